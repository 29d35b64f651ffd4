import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose } from '../../../src/core/arbiter'
import { slotOf } from '../../../src/core/slot'
import type { Announcement, GuideBase, GuideKind } from '../../../src/schema'

interface Change {
  order?: number
  started?: boolean
  guide?: Partial<Announcement>
}

function candidate(id: string, kind: GuideKind, { order = 0, started = false, guide }: Change = {}) {
  const whole = { id, ...guide } as GuideBase
  return { entry: { guide: whole, slot: slotOf(whole, kind), order }, started }
}
const opened = (candidates: ReturnType<typeof candidate>[]) =>
  choose(candidates).map(({ entry }) => entry.guide.id)

test('of what interrupts the highest priority opens, ties by order in the config', () => {
  const list = [
    candidate('late', 'tour', { order: 2 }),
    candidate('early', 'survey', { order: 1 }),
    candidate('high', 'announcement', { order: 3, guide: { priority: 5 } }),
  ]
  expect(opened(list)).toEqual(['high'])
  expect(opened(list.slice(0, 2))).toEqual(['early'])
})

test('what the user asked for goes before any priority', () => {
  expect(
    opened([
      candidate('auto', 'tour', { guide: { priority: 99 } }),
      candidate('asked', 'tour', { started: true }),
    ]),
  ).toEqual(['asked'])
})

test('a banner, checklists and hints stand beside what interrupts', () => {
  const list = [
    candidate('tour', 'tour'),
    candidate('banner', 'announcement', { guide: { as: 'banner' } }),
    candidate('banner-2', 'announcement', { order: 1, guide: { as: 'banner' } }),
    candidate('list', 'checklist'),
    candidate('hint', 'hint'),
  ]
  expect(opened(list)).toEqual(['tour', 'banner', 'list', 'hint'])
})

test('a tour is a banner only when all its steps are', () => {
  const steps = (...as: string[]) =>
    ({ id: 't', steps: as.map((one) => ({ as: one })) }) as unknown as GuideBase
  expect(slotOf(steps('banner', 'banner'), 'tour')).toBe('banner')
  expect(slotOf(steps('banner', 'modal'), 'tour')).toBe('interrupt')
})

test('one interruption and one banner at most, one when there are any, whatever the order of asking', () => {
  const any = fc.record({
    kind: fc.constantFrom<GuideKind>('tour', 'survey', 'checklist', 'announcement', 'hint'),
    as: fc.constantFrom<Announcement['as'][]>('banner', 'modal'),
    priority: fc.integer({ min: -3, max: 3 }),
    started: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(any), (list) => {
      const candidates = list.map(({ kind, as, priority, started }, order) =>
        candidate(`g-${order}`, kind, { started, order, guide: { priority, ...(as && { as }) } }),
      )
      const chosen = choose(candidates)
      for (const slot of ['interrupt', 'banner', 'aside']) {
        const wanted = candidates.filter(({ entry }) => entry.slot === slot).length
        const got = chosen.filter(({ entry }) => entry.slot === slot).length
        expect(got).toBe(slot === 'aside' ? wanted : Math.min(wanted, 1))
      }
      expect(choose([...candidates].reverse())).toEqual(chosen)
    }),
  )
})
