import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Config, Tour } from '../../../src/schema'
import { type Site, startSite } from '../delivery/site'
import { ready, until } from '../delivery/stage'
import { launchBrowser } from '../helpers/browser'

let browser: Browser
let site: Site

beforeAll(async () => {
  site = await startSite()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** A tour that only its trigger, audience or target keeps away. */
const tour = (change: Partial<Tour>): Tour => ({
  id: 'waits',
  steps: [{ id: 's', as: 'modal', title: 'Here it is' }],
  ...change,
})

async function open(change: Partial<Tour>): Promise<Page> {
  const config: Config = { version: 1, tours: [tour(change)] }
  const page = await (await browser.newContext()).newPage()
  // Nothing answers at this endpoint: guides need no collector.
  await page.goto(site.url('http://127.0.0.1:9', 'wk', site.publish(JSON.stringify(config))))
  await page.evaluate(() => {
    document.body.style.minHeight = '4000px'
    document.body.insertAdjacentHTML('beforeend', '<input><button id="go">Go</button><dialog>Sure?</dialog>')
  })
  await ready(page)
  await page.evaluate(() => (window.handrail as Handrail).explain('waits'))
  return page
}
const isShown = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => !!document.querySelector('handrail-root')?.shadowRoot?.textContent?.includes('Here it is'),
  )
const chunks = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => name.match(/\/chunks\/(\w+)-/)?.[1] ?? []),
  )
const add = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (!document.querySelector('#late'))
      document.body.insertAdjacentHTML('afterbegin', '<p id="late">Late</p>')
  })

/** What has to happen; done again until it was heard, because listening begins when the chunk has come. */
const moments: [string, Partial<Tour>, (page: Page) => Promise<void>][] = [
  ['a share of the page scrolled', { when: { scrollPercent: 80 } }, (page) => page.mouse.wheel(0, 5000)],
  ['an element', { when: { element: '#late' } }, add],
  ['an element of its audience', { audience: { element: '#late', visible: true } }, add],
  ['a target', { steps: [{ id: 's', target: { text: 'Late' }, title: 'Here it is' }] }, add],
  ['some time without input', { when: { idleSeconds: 1 } }, async () => {}],
  [
    'a click by role and name',
    { when: { click: { role: 'button', name: 'go' } } },
    // Not by the pointer: the guide may come between two clicks, and lies over the button.
    (page) => page.locator('#go').dispatchEvent('click'),
  ],
  [
    'the pointer that leaves upwards',
    { when: { exitIntent: true } },
    (page) =>
      page.evaluate(() => {
        const gone = new MouseEvent('mouseout', { bubbles: true, clientY: -1, relatedTarget: null })
        document.body.dispatchEvent(gone)
      }),
  ],
]

it.each(moments)('a guide comes with %s, and not before', async (_name, change, happen) => {
  const page = await open(change)
  await until('the chunk that waits', async () => (await chunks(page)).includes('waiting'))
  expect(await isShown(page)).toBe(false)
  await until('the guide', async () => {
    if (await isShown(page)) return true
    await happen(page)
    return isShown(page)
  })
  await page.context().close()
})

it('a guide waits until the dialog of the product is closed', async () => {
  const page = await open({ when: { event: 'Asked' } })
  await page.evaluate(() => {
    document.querySelector('dialog')?.showModal()
    const { track } = window.handrail as Handrail
    track('Asked')
  })
  await until('the chunk that waits', async () => (await chunks(page)).includes('waiting'))
  expect(await isShown(page)).toBe(false)
  await page.evaluate(() => document.querySelector('dialog')?.close())
  await until('the guide', () => isShown(page))
  await page.context().close()
})

it('a guide that waits for nothing loads neither that chunk nor finders nor sentences', async () => {
  const page = await open({ id: 'at-once' })
  await until('the guide', () => isShown(page))
  expect((await chunks(page)).filter((name) => /^(waiting|finders|explain)$/.test(name))).toEqual([])
  await page.context().close()
})
