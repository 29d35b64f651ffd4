// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BeforeSend } from '../../../src/events/emitter'
import { createPrivacy, type Privacy } from '../../../src/events/privacy'
import { createTracker, type Tracker } from '../../../src/events/track'
import type { WireEvent } from '../../../src/schema'
import { createWorld, EVERYTHING, entry, settled, type Tab } from './world'

let tab: Tab
let privacy: Privacy
let tracker: Tracker
let problems: string[]
let now: number

function open(beforeSend?: BeforeSend): void {
  tracker?.destroy()
  const { storage, queue } = tab
  tracker = createTracker({
    storage,
    queue,
    privacy,
    beforeSend,
    now: () => now,
    autoPage: false,
    deliver: () => Promise.resolve(),
    report: (problem) => problems.push(problem),
  })
}
beforeEach(() => {
  Reflect.get(window, 'happyDOM').setURL('https://app.example.com/start')
  tab = createWorld().openTab()
  privacy = createPrivacy({ storage: tab.storage, consent: {}, objects: false })
  problems = []
  now = Date.parse('2026-11-22T10:00:00Z')
  open()
})
afterEach(() => tracker.destroy())

/** What would be sent, with the context that the collector merges. */
async function queued(): Promise<WireEvent[]> {
  await settled()
  const batch = tab.queue.take(...EVERYTHING)
  const context = JSON.parse(batch?.context ?? '{}')
  return (batch?.messages ?? []).map((json) => ({ context, ...JSON.parse(json) }))
}
const named = (events: WireEvent[], name: string) => events.filter(({ event }) => event === name)

describe('a tracked event', () => {
  it('is a message of the Segment spec, as things were when it was tracked', async () => {
    tracker.identify('ada', { role: 'admin' })
    tracker.group('acme', { plan: 'trial' })
    const properties = { template: 'kanban' }
    tracker.track('Project Created', properties)
    properties.template = 'changed'
    now += 5000
    const events = await queued()
    expect(events.map(({ type }) => type)).toEqual(['track', 'identify', 'group', 'track'])
    expect(events.at(-1)).toMatchObject({
      type: 'track',
      event: 'Project Created',
      properties: { template: 'kanban' },
      timestamp: '2026-11-22T10:00:00.000Z',
      userId: 'ada',
      anonymousId: expect.any(String),
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      context: {
        library: { name: 'handrail', version: expect.any(String) },
        page: { url: location.href, path: location.pathname },
        groupId: 'acme',
        sessionId: tracker.session.id(),
      },
    })
    expect(new Set(events.map(({ messageId }) => messageId)).size).toBe(events.length)
  })

  it('says which page it came from, also when the router moved in the same task', async () => {
    tracker.track('Before')
    history.pushState(null, '', '/projects')
    tracker.track('After')
    const paths = (await queued()).map(({ event, context }) => [
      event,
      Reflect.get(context?.page ?? {}, 'path'),
    ])
    expect(paths).toEqual([
      ['Session Started', '/start'],
      ['Before', '/start'],
      ['After', '/projects'],
    ])
  })

  it.each([[''], [undefined], [7]])('without a name (%j) is none, and said to be none', async (name) => {
    tracker.track(name as string)
    expect(named(await queued(), String(name))).toEqual([])
    expect(problems).toHaveLength(1)
  })

  it('over 32 KB is dropped, counted, and said', async () => {
    tracker.track('Large', { text: 'س'.repeat(17_000) })
    tracker.track('Small', { text: 'x'.repeat(30_000) })
    await settled()
    const batch = tab.queue.take(...EVERYTHING)
    expect(batch?.messages.filter((json) => json.includes('"Large"'))).toEqual([])
    expect(batch?.messages.filter((json) => json.includes('"Small"'))).toHaveLength(1)
    expect(batch?.dropped).toBe(1)
    expect(problems).toHaveLength(1)
  })
})

describe('beforeSend', () => {
  it('may change an event, but not its identity', async () => {
    open((event) => ({ ...event, messageId: 'mine', properties: { clean: true, odd: Number.NaN } }))
    tracker.track('Changed', { secret: 1 })
    const [event] = named(await queued(), 'Changed')
    expect(event?.properties).toEqual({ clean: true, odd: '[NaN]' })
    expect(event?.messageId).not.toBe('mine')
  })

  it('drops with null, and lets nothing through when it throws', async () => {
    open(({ event }) => {
      if (event === 'Dropped') return null
      throw new Error('closed')
    })
    const heard: unknown[] = []
    tracker.onEvent((event) => heard.push(event))
    tracker.track('Dropped')
    tracker.track('Failed')
    expect(await queued()).toEqual([])
    expect(heard).toEqual([])
    expect(problems).toContain('`beforeSend` threw closed')
  })
})

describe('a listener', () => {
  it('hears what is sent, and an error of one costs nobody else', async () => {
    const heard: unknown[] = []
    tracker.onEvent(() => {
      throw new Error('mine')
    })
    tracker.onEvent(({ event, context }, sent) => heard.push([event, typeof context, sent]))
    tracker.track('Told')
    expect(named(await queued(), 'Told')).toHaveLength(1)
    expect(heard.at(-1)).toEqual(['Told', 'object', true])
    expect(problems).toContain('a listener of "event" threw mine')
  })

  it('that tracks on every event does not stop the page', async () => {
    let turns = 0
    tracker.onEvent(() => {
      if (turns++ < 100) tracker.track('Again')
    })
    tracker.track('First')
    await settled()
    expect(turns).toBeLessThan(10)
  })
})

describe('without consent to analytics', () => {
  it('nothing is queued, what waits is forgotten, and listeners in the page still hear', async () => {
    const heard: unknown[] = []
    tracker.onEvent(({ event }, sent) => heard.push([event, sent]))
    tracker.track('Waiting')
    await settled()
    privacy.choose({ analytics: false })
    expect(tab.queue.waiting).toBe(0)
    tracker.track('Refused')
    expect(await queued()).toEqual([])
    expect(heard.at(-1)).toEqual(['Refused', false])
  })
})

it('without consent from the start, what an earlier visit has left is forgotten', async () => {
  const world = createWorld()
  const earlier = world.openTab()
  await settled()
  earlier.queue.add([entry('left')])
  earlier.crash()
  tab = world.openTab()
  privacy = createPrivacy({ storage: tab.storage, consent: { analytics: false }, objects: false })
  open()
  tracker.start()
  expect(await queued()).toEqual([])
  expect([...world.texts.keys()].filter((key) => key.startsWith('q.'))).toEqual([])
})

describe('arguments of no use', () => {
  it.each([
    ['a name of a page', () => tracker.page(5n as never)],
    ['options of a user', () => tracker.identify('ada', {}, null as never)],
    ['a signature', () => tracker.identify('ada', {}, { signature: 5n as never })],
  ])('%s: the host sees no exception, and what follows arrives', async (_what, call) => {
    expect(call).not.toThrow()
    tracker.track('After')
    expect(named(await queued(), 'After')).toHaveLength(1)
  })
})

describe('a prerendered page', () => {
  const prerendering = (value: boolean) =>
    Object.defineProperty(document, 'prerendering', { value, configurable: true })
  afterEach(() => void Reflect.deleteProperty(document, 'prerendering'))

  it('sends nothing of what the host tracks before its user comes, and all of it then', async () => {
    prerendering(true)
    tracker.page('Reports')
    tracker.track('Loaded')
    expect(await queued()).toEqual([])
    prerendering(false)
    document.dispatchEvent(new Event('prerenderingchange'))
    expect((await queued()).map(({ type, event, name }) => event ?? name ?? type)).toEqual([
      'Session Started',
      'Reports',
      'Loaded',
    ])
  })
})

describe('another user', () => {
  it('gets a session and an anonymous id of their own', async () => {
    tracker.identify('ada')
    const first = { session: tracker.session.id(), ...tracker.identity.who() }
    tracker.identify('bob')
    tracker.track('Later')
    const events = await queued()
    const [ended] = named(events, 'Session Ended')
    const [later] = named(events, 'Later')
    expect(ended).toMatchObject({
      userId: 'ada',
      anonymousId: first.anonymousId,
      context: { sessionId: first.session },
    })
    expect(later?.userId).toBe('bob')
    expect(later?.anonymousId).not.toBe(first.anonymousId)
    expect(later?.context?.sessionId).not.toBe(first.session)
  })

  it.each([
    ['is named', () => tracker.identify('bob')],
    ['may come after a log-out', () => tracker.reset()],
  ])('%s: all that the one before did is known by then, and what follows is theirs', async (_how, change) => {
    tracker.identify('ada')
    await settled()
    const heard: unknown[] = []
    tracker.onEvent(({ event, userId }) => {
      if (event === 'Board Made') tracker.record('Feature Used')
      heard.push([event, userId, tracker.identity.who().userId])
    })
    tracker.track('Board Made')
    change()
    await settled()
    expect(heard.slice(0, 3)).toEqual([
      ['Board Made', 'ada', 'ada'],
      ['Feature Used', 'ada', 'ada'],
      ['Session Ended', 'ada', 'ada'],
    ])
    expect(named(await queued(), 'Feature Used')).toMatchObject([{ userId: 'ada' }])
  })

  it('does not go on with the session that an answer to the end of the first has begun', async () => {
    tracker.identify('ada')
    await settled()
    const stop = tracker.onEvent(({ event }) => {
      if (event !== 'Session Ended') return
      stop()
      tracker.track('Summed Up')
    })
    tracker.identify('bob')
    tracker.track('By Bob')
    const events = (await queued()).slice(2)
    expect(events.map(({ type, event, userId }) => [event ?? type, userId])).toEqual([
      ['Session Ended', 'ada'],
      ['Session Started', 'ada'],
      ['Summed Up', 'ada'],
      ['Session Ended', 'ada'],
      ['Session Started', 'bob'],
      ['identify', 'bob'],
      ['By Bob', 'bob'],
    ])
    const [first, ...second] = events.map(({ context }) => context?.sessionId)
    const third = second.splice(3)
    expect([new Set(second).size, new Set(third).size]).toEqual([1, 1])
    expect(new Set([first, ...second, ...third]).size).toBe(3)
  })

  it('who is named on a prerendered page sends nothing of the one before until somebody comes', async () => {
    tracker.identify('ada')
    await queued()
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true })
    tracker.track('Loaded')
    tracker.identify('bob')
    expect(await queued()).toEqual([])
    Reflect.deleteProperty(document, 'prerendering')
    document.dispatchEvent(new Event('prerenderingchange'))
    expect(named(await queued(), 'Loaded')).toMatchObject([{ userId: 'ada' }])
  })
})

it('is gone without a listener after destroy, and what it had is kept', async () => {
  tracker.track('Last')
  tracker.destroy()
  const next = tab.queue.take(...EVERYTHING)
  expect(next?.messages.some((json) => json.includes('"Last"'))).toBe(true)
  window.dispatchEvent(new Event('click'))
  window.dispatchEvent(new Event('pagehide'))
  await settled()
  expect(tab.queue.take(...EVERYTHING)).toBeUndefined()
})
