import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { QueuedBatch } from '../../../src/events/queue'
import { createWorld, EVERYTHING, entry, settled, type Tab } from './world'

interface LiveTab extends Tab {
  away: boolean
  flights: QueuedBatch[]
}

const step = fc.record({
  what: fc.constantFrom(
    'track',
    'track',
    'send',
    'answer',
    'answer',
    'fail',
    'open',
    'look',
    'leave',
    'return',
    'crash',
    'count',
  ),
  tab: fc.nat(3),
  size: fc.integer({ min: 1, max: 70 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Plays steps on tabs of one browser; knows what was tracked, what arrived, and what may arrive twice. */
class Play {
  readonly world = createWorld()
  readonly tabs: LiveTab[] = []
  readonly tracked: string[] = []
  readonly arrived = new Map<string, number>()
  /** Were on their way when their tab was left: nobody can know whether they arrived. */
  readonly uncertain = new Set<string>()

  open(): void {
    const tab = { ...this.world.openTab(), away: false, flights: [] }
    tab.queue.adopt()
    this.tabs.push(tab)
  }

  run({ what, tab: index, size }: Step): void {
    if (what === 'open' && this.tabs.length < 4) this.open()
    const tab = this.tabs[index % Math.max(1, this.tabs.length)]
    if (!tab) return
    if (what === 'crash') this.crash(tab)
    else if (tab.away) this.comeBack(tab, what)
    else this.act(tab, what, size)
  }

  act(tab: LiveTab, what: Step['what'], size: number): void {
    if (what === 'track') tab.queue.add(Array.from({ length: size }, () => this.make()))
    if (what === 'look') tab.queue.adopt()
    if (what === 'send')
      tab.flights.push(...[tab.queue.take(size, 2000)].filter((batch) => batch !== undefined))
    if (what === 'answer') this.answer(tab, size)
    if (what === 'fail') this.fail(tab)
    if (what === 'leave') this.leave(tab)
    if (what === 'count') this.count(tab)
  }
  make() {
    const id = `e${this.tracked.length}`
    this.tracked.push(id)
    return entry(id, { context: `{"page":${Math.floor(this.tracked.length / 90)}}` })
  }
  answer(tab: LiveTab, size: number): void {
    const batch = tab.flights.shift()
    if (!batch) return
    const kept = new Set(batch.ids.slice(0, size % 3))
    for (const id of batch.ids) if (!kept.has(id)) this.arrived.set(id, (this.arrived.get(id) ?? 0) + 1)
    tab.queue.settle(batch, kept)
  }
  count(tab: LiveTab): void {
    const { waiting } = tab.queue
    const batch = tab.queue.take(...EVERYTHING)
    expect(batch?.ids.length ?? 0).toBe(waiting)
    if (batch) tab.queue.settle(batch, new Set(batch.ids))
  }
  fail(tab: LiveTab): void {
    const batch = tab.flights.shift()
    if (batch) tab.queue.settle(batch, new Set(batch.ids))
  }
  /** Into the back/forward cache, in the middle of whatever it does. */
  leave(tab: LiveTab): void {
    for (const { ids } of tab.flights) for (const id of ids) this.uncertain.add(id)
    tab.queue.suspend()
    tab.away = true
  }
  /** An answer may come before the page is frozen. */
  comeBack(tab: LiveTab, what: Step['what']): void {
    if (what === 'answer') this.answer(tab, 1)
    if (what !== 'return') return
    tab.away = false
    tab.queue.resume()
  }
  crash(tab: LiveTab): void {
    for (const { ids } of tab.flights) for (const id of ids) this.uncertain.add(id)
    tab.crash()
    this.tabs.splice(this.tabs.indexOf(tab), 1)
  }

  /** The user closes everything and visits once more. */
  async finish(): Promise<void> {
    for (const tab of [...this.tabs]) this.crash(tab)
    this.open()
    const [last] = this.tabs
    await settled()
    for (let batch = last?.queue.take(...EVERYTHING); batch; batch = last?.queue.take(...EVERYTHING)) {
      last?.flights.push(batch)
      if (last) this.answer(last, 0)
    }
  }
}

/** A tab that has given its queue up is answered after the tab that took it over: it must not write back what that one sent. */
const answeredAfterAnother: Step[] = [
  { what: 'track', tab: 0, size: 3 },
  { what: 'send', tab: 0, size: 2 },
  { what: 'open', tab: 0, size: 1 },
  { what: 'leave', tab: 0, size: 1 },
  { what: 'send', tab: 1, size: 3 },
  { what: 'answer', tab: 1, size: 1 },
  { what: 'answer', tab: 0, size: 1 },
]

it('loses nothing and sends no copy without need, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const play = new Play()
      play.open()
      await settled()
      for (const next of steps) {
        if (play.tracked.length < 800) play.run(next)
        if (next.size % 4 > 0) await settled()
      }
      await play.finish()
      expect([...play.arrived.keys()].sort()).toEqual([...play.tracked].sort())
      for (const [id, copies] of play.arrived)
        if (!play.uncertain.has(id)) expect([id, copies]).toEqual([id, 1])
      expect(play.world.texts.size).toBe(0)
    }),
    { numRuns: 300, examples: [[answeredAfterAnother]] },
  )
})
