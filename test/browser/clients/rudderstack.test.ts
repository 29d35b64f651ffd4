import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { expectAllOnce } from '../../../collector/test/clients/stored'
import { useWorld } from '../helpers/use-world'
import { openClient, startClientSite } from './client-page'

const EVENTS = 100

const world = useWorld(() =>
  startClientSite(`export { RudderAnalytics } from '@rudderstack/analytics-js/bundled'`),
)

/** Loads the client, which asks the collector for its `sourceConfig` first. */
async function load(batch: boolean): Promise<Page> {
  const page = await openClient(world)
  await page.evaluate(
    ([writeKey, origin, enabled]) => {
      window.rudder = new window.client.RudderAnalytics()
      return new Promise<void>((loaded) =>
        window.rudder.load(writeKey, origin, {
          configUrl: origin,
          queueOptions: { batch: { enabled } },
          onLoaded: () => loaded(),
        }),
      )
    },
    [world.collector.writeKey, world.relay.origin, batch] as const,
  )
  return page
}

describe.each([
  { name: 'one request per event', batch: false },
  { name: 'batches', batch: true },
])('@rudderstack/analytics-js, $name', ({ name, batch }) => {
  it('finds the collector by its sourceConfig and sends every event: each is counted once', async () => {
    const event = `RudderStack, ${name}`
    const page = await load(batch)
    await page.evaluate(
      ([event, count]) => {
        for (let n = 0; n < count; n++) window.rudder.track(event, { n })
      },
      [event, EVENTS] as const,
    )
    await expectAllOnce(world.collector, event, EVENTS)
  })
})
