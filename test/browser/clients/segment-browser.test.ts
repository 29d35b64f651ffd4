import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../collector/test/clients/relay'
import { expectAllOnce, waitForStored } from '../../../collector/test/clients/stored'
import { useWorld } from '../helpers/use-world'
import { openClient, startClientSite } from './client-page'

const EVENTS = 200

const world = useWorld(() => startClientSite(`export { AnalyticsBrowser } from '@segment/analytics-next'`))

const strategies = [
  { name: 'one request per event', deliveryStrategy: undefined },
  {
    name: 'batches',
    deliveryStrategy: { strategy: 'batching' as const, config: { size: 25, timeout: 300 } },
  },
]

/** Loads the client with settings inline, as its documentation says for a proxy of one's own. */
async function load(deliveryStrategy: (typeof strategies)[number]['deliveryStrategy']): Promise<Page> {
  const page = await openClient(world)
  await page.evaluate(
    async ([writeKey, apiHost, deliveryStrategy]) => {
      const segment = {
        apiKey: writeKey,
        apiHost,
        protocol: 'http',
        ...(deliveryStrategy && { deliveryStrategy }),
      }
      window.analytics = window.client.AnalyticsBrowser.load({
        writeKey,
        cdnSettings: { integrations: { 'Segment.io': segment } },
      })
      await window.analytics.ready()
    },
    [world.collector.writeKey, `${world.relay.host}/v1`, deliveryStrategy] as const,
  )
  return page
}

const trackAll = (page: Page, event: string): Promise<void> =>
  page.evaluate(
    ([event, count]) => {
      for (let n = 0; n < count; n++) void window.analytics.track(event, { n })
    },
    [event, EVENTS] as const,
  )

describe.each(strategies)('@segment/analytics-next, $name', ({ name, deliveryStrategy }) => {
  it('sends every event, each is counted once', async () => {
    const page = await load(deliveryStrategy)
    await trackAll(page, `Browser, ${name}`)
    await expectAllOnce(world.collector, `Browser, ${name}`, EVENTS)
  })

  it('is refused, reset and cut off: what it sends again is counted once', async () => {
    const faults: Fault[] = [{ status: 503 }, 'refuse', 'cut', undefined, { status: 500 }]
    world.relay.fault = (post) => faults[post]
    const page = await load(deliveryStrategy)
    await trackAll(page, `Faults, ${name}`)
    await expectAllOnce(world.collector, `Faults, ${name}`, EVENTS)
    expect(world.relay.requests.filter(({ status }) => status === 503)).toHaveLength(1)
  })

  it('identifies, groups, tracks and names pages: each is there, as it was sent', async () => {
    const page = await load(deliveryStrategy)
    const user = `ada, ${name}`
    await page.evaluate(async (userId) => {
      const { analytics } = window
      await analytics.identify(userId, { name: 'Ada', plan: 'trial' })
      await analytics.group('browser-acme', { name: 'Acme', seats: 25 })
      await analytics.track('Project Created', { template: 'kanban' })
      await analytics.page('Reports')
    }, user)
    const { events, counted } = await waitForStored(world.collector, { user }, 4)
    expect(counted).toBe(4)
    const byType = Object.fromEntries(events.map((event) => [event.type, event]))
    expect(byType).toMatchObject({
      identify: { properties: { name: 'Ada', plan: 'trial' } },
      group: { accountId: 'browser-acme', properties: { name: 'Acme', seats: 25 } },
      track: { event: 'Project Created', properties: { template: 'kanban' } },
      page: { event: 'Reports' },
    })
  })
})

it('@segment/analytics-next finds the collector by the settings it asks it for', async () => {
  const page = await openClient(world)
  await page.evaluate(
    async ([writeKey, cdnURL]) => {
      window.analytics = window.client.AnalyticsBrowser.load({ writeKey, cdnURL })
      await window.analytics.ready()
    },
    [world.collector.writeKey, world.relay.origin] as const,
  )
  await trackAll(page, 'Settings')
  await expectAllOnce(world.collector, 'Settings', EVENTS)
})
