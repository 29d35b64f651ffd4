import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import type { Guide } from './gallery/gallery'
import type { HostOptions, LogEntry } from './gallery/page-host'
import { serveGallery } from './gallery/server'

type ContextOptions = Parameters<Browser['newContext']>[0]

export const DESKTOP = { viewport: { width: 1440, height: 900 } }
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** The gallery for the tests of one file: a browser for all, pages for each, and no exception in any of them. */
export function useGallery() {
  let browser: Browser
  let gallery: Awaited<ReturnType<typeof serveGallery>>
  const contexts: BrowserContext[] = []
  const errors: string[] = []
  beforeAll(async () => {
    ;[gallery, browser] = await Promise.all([serveGallery(), launchBrowser()])
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    expect(errors.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    gallery?.close()
  })
  return {
    async open(query = '', options: ContextOptions = DESKTOP): Promise<Page> {
      const context = await browser.newContext(options)
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(`${gallery.origin}/${query}`)
      return page
    },
  }
}

/** Shows a guide; resolves to its number in the gallery. */
export const show = (page: Page, guide: Guide, options: HostOptions = {}): Promise<number> =>
  page.evaluate(([it, how]) => gallery.show(it, how), [guide, options] as const)

/** What the surfaces of this page have reported, of all guides in turn. A step is told of when its frame has been drawn. */
export const logOf = (page: Page): Promise<LogEntry[]> =>
  page.evaluate(async () => {
    for (const wait of [requestAnimationFrame, requestAnimationFrame, setTimeout])
      await new Promise((done) => wait(done))
    return gallery.hosts.flatMap(({ log }) => log)
  })

/** Names of the events tracked, and how the guide ended, in order. */
export async function storyOf(page: Page): Promise<string[]> {
  const log = await logOf(page)
  return log.filter(({ call }) => call === 'track' || call === 'close').map(({ name }) => name)
}

/** Where the focus is, through shadow roots: id, class or tag. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element?.id || (element?.getAttribute('class') ?? element?.localName ?? '')
  })

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export const boxOf = async (page: Page, selector: string): Promise<Box> => {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} has no box; expected it to be on the screen`)
  return box
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** What is on the screen at these points, as red, green and blue. */
export async function colorsAt(page: Page, points: readonly { x: number; y: number }[]): Promise<number[][]> {
  const { data, width } = PNG.sync.read(await page.screenshot())
  return points.map(({ x, y }) => {
    const at = 4 * (Math.round(y) * width + Math.round(x))
    return [...data.subarray(at, at + 3)]
  })
}
