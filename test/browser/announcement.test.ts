import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../../collector/test/start-collector'
import type { Handrail } from '../../src/handrail'
import { type Site, startSite } from './delivery/site'
import { flush, ready, until } from './delivery/stage'
import { launchBrowser } from './helpers/browser'

let collector: RunningCollector
let browser: Browser
let site: Site
let context: BrowserContext

beforeAll(async () => {
  ;[collector, browser, site] = await Promise.all([startCollector(), launchBrowser(), startSite()])
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  await collector?.stop()
})
beforeEach(async () => {
  context = await browser.newContext()
  await context.grantPermissions(['local-network-access'])
})
afterEach(() => context.close())

async function open(config: object): Promise<Page> {
  const page = await context.newPage()
  const document = site.publish(JSON.stringify({ version: 1, ...config }))
  await page.goto(site.url(collector.origin, collector.writeKey, document))
  await ready(page)
  return page
}

it('is a modal that ends with one button, once, and is recorded as a guide without steps', async () => {
  const config = {
    announcements: [{ id: 'release', title: 'Boards are faster', body: 'Twice as **fast**.' }],
  }
  const page = await open(config)
  const modal = page.getByRole('dialog', { name: 'Boards are faster' })
  await modal.getByRole('button', { name: 'Got it' }).click()
  await modal.waitFor({ state: 'detached' })
  await flush(page)
  const names = async () => {
    const filter = new URLSearchParams({ type: 'track', limit: '100' })
    const response = await fetch(`${collector.origin}/api/events?${filter}`, {
      headers: { authorization: `Bearer ${collector.apiToken}` },
    })
    const { events }: { events: { event: string; properties: { guide_kind?: string } }[] } =
      await response.json()
    return events
      .filter(({ properties }) => properties.guide_kind === 'announcement')
      .map(({ event }) => event)
  }
  await until('both events', async () => (await names()).length === 2)
  expect(new Set(await names())).toEqual(new Set(['Guide Shown', 'Guide Completed']))
  await page.reload()
  await ready(page)
  const gates = await page.evaluate(() => (window.handrail as Handrail).explain('release'))
  expect(gates.find(({ passed }) => !passed)).toMatchObject({ gate: 'frequency' })
})

it('as a banner stands beside a tour', async () => {
  const page = await open({
    announcements: [{ id: 'outage', as: 'banner', title: 'Exports are slow today' }],
    tours: [{ id: 'hello', steps: [{ id: 'one', target: '[data-action=export]', title: 'Hello' }] }],
  })
  await page.getByRole('heading', { name: 'Hello' }).waitFor()
  await page.getByText('Exports are slow today').first().waitFor()
})

it('tells the author, once, of what this version cannot show', async () => {
  const said: string[] = []
  context.on('console', (message) => said.push(message.text()))
  await open({ hints: [{ id: 'tip', target: 'button', title: 'Tip' }] })
  await until('the warning', async () => said.length > 0)
  expect(said).toEqual(['[handrail] "hints" of the config cannot be shown by this version'])
})
