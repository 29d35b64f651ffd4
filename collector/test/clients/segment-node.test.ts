import { Analytics } from '@segment/analytics-node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../start-collector'
import { type Fault, type Relay, startRelay } from './relay'
import { expectAllOnce, waitForStored } from './stored'

const EVENTS = 300

let collector: RunningCollector
let relay: Relay
beforeAll(async () => {
  collector = await startCollector()
})
afterAll(() => collector?.stop())
beforeEach(async () => {
  relay = await startRelay(collector.origin)
})
afterEach(() => relay.close())

/** The client as its users make it: its own batches, its own retries. */
function createClient(): { analytics: Analytics; problems: unknown[] } {
  const analytics = new Analytics({ writeKey: collector.writeKey, host: relay.origin, flushAt: 15 })
  const problems: unknown[] = []
  analytics.on('error', (error) => problems.push(error))
  return { analytics, problems }
}

function trackAll(analytics: Analytics, event: string): void {
  for (let n = 0; n < EVENTS; n++) analytics.track({ userId: `user-${n % 7}`, event, properties: { n } })
}

describe('@segment/analytics-node', () => {
  it('sends its batches: every event is counted once', async () => {
    const { analytics, problems } = createClient()
    trackAll(analytics, 'Node')
    await analytics.closeAndFlush()
    expect(relay.posts).toHaveLength(EVENTS / 15)
    await expectAllOnce(collector, 'Node', EVENTS)
    expect(problems).toEqual([])
  })

  it('is refused, reset and cut off: what it sends again is counted once', async () => {
    const faults: Fault[] = [{ status: 503 }, 'refuse', 'cut', undefined, 'cut', { status: 500 }, 'refuse']
    relay.fault = (post) => faults[post]
    const { analytics, problems } = createClient()
    trackAll(analytics, 'Node, with faults')
    await analytics.closeAndFlush({ timeout: 40_000 })
    const failed = faults.filter((fault) => fault !== undefined).length
    expect(relay.posts).toHaveLength(EVENTS / 15 + failed)
    await expectAllOnce(collector, 'Node, with faults', EVENTS)
    expect(problems).toEqual([])
  })

  it('identifies, groups, names pages and screens, and joins two users: each is there, as it was sent', async () => {
    const { analytics, problems } = createClient()
    const userId = 'node-ada'
    analytics.identify({ userId, traits: { name: 'Ada', plan: 'trial' } })
    analytics.group({ userId, groupId: 'node-acme', traits: { name: 'Acme', seats: 25 } })
    analytics.page({ userId, name: 'Reports', properties: { path: '/reports' } })
    analytics.screen({ userId, name: 'Settings' })
    analytics.alias({ userId, previousId: 'node-anonymous' })
    await analytics.closeAndFlush()
    const { events, counted } = await waitForStored(collector, { user: userId }, 5)
    expect(counted).toBe(5)
    expect(events.map(({ type }) => type).sort()).toEqual(['alias', 'group', 'identify', 'page', 'screen'])
    expect(events.find(({ type }) => type === 'page')).toMatchObject({ event: 'Reports' })
    expect(events.find(({ type }) => type === 'group')).toMatchObject({ accountId: 'node-acme' })
    expect(problems).toEqual([])
  })
})
