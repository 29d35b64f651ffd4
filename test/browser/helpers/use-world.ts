import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Relay, startRelay } from '../../../collector/test/clients/relay'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import { launchBrowser } from './browser'

export interface World<Product> {
  collector: RunningCollector
  browser: Browser
  product: Product
  /** Of this test alone. */
  context: BrowserContext
  /** The way to the collector, of this test alone. */
  relay: Relay
}

/** What the tests of one file need: a collector, a browser and a product; for each test a profile and a network of its own. */
export function useWorld<Product extends { close(): void }>(
  startProduct: () => Promise<Product>,
  launch: () => Promise<Browser> = launchBrowser,
): World<Product> {
  const world = {} as World<Product> // the hooks fill it before a test reads it
  beforeAll(async () => {
    const [collector, browser, product] = await Promise.all([startCollector(), launch(), startProduct()])
    Object.assign(world, { collector, browser, product })
  })
  afterAll(async () => {
    await world.browser?.close()
    world.product?.close()
    await world.collector?.stop()
  })
  beforeEach(async () => {
    world.relay = await startRelay(world.collector.origin)
    world.context = await world.browser.newContext()
    await world.context.grantPermissions(['local-network-access'])
  })
  afterEach(async () => {
    await world.context?.close()
    world.relay?.close()
  })
  return world
}
