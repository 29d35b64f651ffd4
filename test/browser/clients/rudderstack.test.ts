import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest'
import { type Relay, startRelay } from '../../../collector/test/clients/relay'
import { expectAllOnce } from '../../../collector/test/clients/stored'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import { launchBrowser } from '../helpers/browser'
import { type ClientSite, openClient, startClientSite } from './client-page'

const EVENTS = 100

let collector: RunningCollector
let browser: Browser
let site: ClientSite
let relay: Relay
let context: BrowserContext

beforeAll(async () => {
  ;[collector, browser, site] = await Promise.all([
    startCollector(),
    launchBrowser(),
    startClientSite(`export { RudderAnalytics } from '@rudderstack/analytics-js/bundled'`),
  ])
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  await collector?.stop()
})
beforeEach(async () => {
  relay = await startRelay(collector.origin)
  context = await browser.newContext()
  await context.grantPermissions(['local-network-access'])
})
afterEach(async () => {
  await context.close()
  relay.close()
})

/** Loads the client, which asks the collector for its `sourceConfig` first. */
async function load(batch: boolean): Promise<Page> {
  const page = await openClient(context, site)
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
    [collector.writeKey, relay.origin, batch] as const,
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
    await expectAllOnce(collector, event, EVENTS)
  })
})
