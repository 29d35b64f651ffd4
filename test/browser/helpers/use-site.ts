import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeEach, expect } from 'vitest'
import { type Site, startSite } from '../delivery/site'
import { ready } from '../delivery/stage'
import { useWorld, type World } from './use-world'

export interface SiteWorld extends World<Site> {
  /** What the SDK has said in the console of this test. */
  complaints: string[]
  /** Address of the product with this config, which is served as it is where it is text. */
  address(config?: unknown, writeKey?: string): string
  /** Opens it in a new tab; resolves when the SDK has taken the place of the snippet. */
  open(config?: unknown, writeKey?: string): Promise<Page>
}

/** A product that embeds the SDK, for the tests of one file. No exception may reach it. */
export function useSite(launch?: () => Promise<Browser>): SiteWorld {
  const exceptions: string[] = []
  const world = useWorld(startSite, launch)

  beforeEach(() => {
    site.complaints = []
    world.context.on('console', (message) => {
      if (message.text().startsWith('[handrail]')) site.complaints.push(message.text())
    })
    world.context.on('weberror', (error) => exceptions.push(String(error.error())))
  })
  afterEach(() => expect(exceptions.splice(0)).toEqual([]))

  function address(config?: unknown, writeKey = world.collector.writeKey): string {
    const document = typeof config === 'string' ? config : JSON.stringify(config)
    return world.product.url(world.relay.origin, writeKey, document && world.product.publish(document))
  }
  async function open(config?: unknown, writeKey?: string): Promise<Page> {
    const page = await world.context.newPage()
    await page.goto(address(config, writeKey))
    await ready(page)
    return page
  }
  const site: SiteWorld = Object.assign(world, { complaints: [], address, open })
  return site
}
