import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { ExplainedVerdict } from '../../../src/core/explain'
import type { Handrail } from '../../../src/handrail'
import type { Config } from '../../../src/schema'
import { type Site, startSite } from '../delivery/site'
import { ready, until } from '../delivery/stage'
import { launchBrowser } from '../helpers/browser'

export interface Product {
  browser: Browser
  /** Opens a tab of the product with this config; resolves when the guides have been decided on for the first time. */
  open(context: BrowserContext, config: Partial<Config>, collector?: Collector): Promise<Page>
  close(): Promise<void>
}

interface Collector {
  origin: string
  writeKey: string
}

/** Nothing answers there: guides need no collector. */
const NOBODY: Collector = { origin: 'http://127.0.0.1:9', writeKey: 'wk' }

/** A product of somebody else and a browser for its users. */
export async function startProduct(): Promise<Product> {
  const site: Site = await startSite()
  const browser = await launchBrowser()
  return {
    browser,
    async open(context, config, { origin, writeKey } = NOBODY) {
      const page = await context.newPage()
      const document = site.publish(JSON.stringify({ version: 1, ...config }))
      await page.goto(site.url(origin, writeKey, document))
      await ready(page)
      await explain(page, '')
      return page
    },
    async close() {
      await browser.close()
      site.close()
    },
  }
}

/** A product for the tests of a file, and for each test a browser profile that has never been there. */
export function useProduct(options: BrowserContextOptions = {}) {
  let product: Product
  let context: BrowserContext
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product?.close())
  beforeEach(async () => {
    context = await product.browser.newContext(options)
  })
  afterEach(() => context.close())
  return {
    get context() {
      return context
    },
    /** Opens a tab, in the profile of this test unless said. */
    open: (config: Partial<Config>, where = context) => product.open(where, config),
    newContext: () => product.browser.newContext(),
  }
}

export const explain = (page: Page, id: string): Promise<ExplainedVerdict[]> =>
  page.evaluate((id) => (window.handrail as Handrail).explain(id), id)

/** The first gate that refuses a guide now. */
export const refusedBy = async (page: Page, id: string): Promise<string | undefined> =>
  (await explain(page, id)).find(({ passed }) => !passed)?.gate

export const untilRefused = (page: Page, id: string, gate: string): Promise<void> =>
  until(`${id} is refused by ${gate}`, async () => (await refusedBy(page, id)) === gate)

/** Titles of the guides on the screen. */
export const titles = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('handrail-root')].flatMap(
      ({ shadowRoot }) => shadowRoot?.querySelector('h2')?.textContent ?? [],
    ),
  )
/** The same of several tabs. */
export const titlesOf = async (...pages: Page[]): Promise<string[]> =>
  (await Promise.all(pages.map(titles))).flat()
export const untilTitled = (page: Page, ...expected: string[]): Promise<void> =>
  until(`guides titled ${expected}`, async () => `${(await titles(page)).sort()}` === `${expected.sort()}`)

export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page.getByRole('button', { name, exact: true }).click()
}

/** Counts what comes to the screen of the tabs that are opened from now on. */
export async function countShown(context: BrowserContext): Promise<(page: Page) => Promise<number>> {
  await context.addInitScript(() => {
    const shown: string[] = []
    Object.assign(window, { shown })
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const { nodeName } of addedNodes) if (nodeName === 'HANDRAIL-ROOT') shown.push(nodeName)
    }).observe(document, { childList: true, subtree: true })
  })
  return (page) => page.evaluate(() => (window as unknown as { shown: string[] }).shown.length)
}

export const track = (page: Page, event: string): Promise<void> =>
  page.evaluate((event) => (window.handrail as Handrail).track(event), event)

/** Takes the user to another page of the single-page app. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((path) => history.pushState(null, '', path), path)
