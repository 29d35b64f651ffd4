import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import type { Consent, Handrail } from '../../../src/handrail'
import { launchBrowser } from '../helpers/browser'
import { type FaultProxy, startFaultProxy } from './fault-proxy'
import { type Site, startSite } from './site'
import { arrived, expectAll, flush, ready, track } from './stage'

const EVENTS = 20
const config = {
  version: 1,
  tours: [{ id: 'hello', frequency: 'always', steps: [{ id: 'one', as: 'modal', title: 'Hello' }] }],
}

let collector: RunningCollector
let browser: Browser
let site: Site
let proxy: FaultProxy
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
  proxy = await startFaultProxy(collector.origin)
  context = await browser.newContext()
  await context.grantPermissions(['local-network-access'])
})
afterEach(async () => {
  await context.close()
  proxy.close()
})

async function open(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url(proxy.origin, collector.writeKey, site.publish(JSON.stringify(config))))
  await ready(page)
  return page
}
const consent = (page: Page, choice: Consent) =>
  page.evaluate((it) => (window.handrail as Handrail).consent(it), choice)
const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('handrail.')))
/** The SDK has done all it does at a start: its guide is on the screen. */
const shown = (page: Page) => page.getByRole('dialog', { name: 'Hello' }).waitFor()

it('Global Privacy Control keeps events back, until the user agrees; guides come all the same', async () => {
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
  )
  const page = await open()
  await shown(page)
  await track(page, 'Objected', EVENTS)
  await flush(page)
  expect(proxy.cameAt).toEqual([])
  await consent(page, { analytics: true })
  await track(page, 'Agreed', EVENTS)
  await flush(page)
  await expectAll(collector, 'Agreed', EVENTS)
  expect(await arrived(collector, 'Objected')).toEqual({ distinct: 0, counted: 0 })
})

it('a refusal lasts over a reload, and what was queued is forgotten', async () => {
  proxy.fault = () => 'refuse'
  const page = await open()
  await track(page, 'Withdrawn', EVENTS)
  await consent(page, { analytics: false })
  proxy.fault = () => undefined
  await page.reload()
  await ready(page)
  await shown(page)
  await track(page, 'Withdrawn', EVENTS, EVENTS)
  await flush(page)
  expect(await arrived(collector, 'Withdrawn')).toEqual({ distinct: 0, counted: 0 })
})

it('without consent to storage nothing is kept but the refusal, and events arrive', async () => {
  const page = await open()
  await consent(page, { storage: false })
  await track(page, 'Unkept', EVENTS)
  await flush(page)
  await expectAll(collector, 'Unkept', EVENTS)
  expect(await keptKeys(page)).toEqual([`handrail.${collector.writeKey}.consent`])
})

it('without consent to guides none is shown, and events arrive', async () => {
  const page = await open()
  await shown(page)
  await consent(page, { guides: false })
  await page.reload()
  await ready(page)
  await track(page, 'Unguided', EVENTS)
  const gates = await page.evaluate(() => (window.handrail as Handrail).explain('hello'))
  expect(gates.find(({ passed }) => !passed)?.gate).toBe('consent')
  await flush(page)
  await expectAll(collector, 'Unguided', EVENTS)
  expect(await page.getByRole('dialog').count()).toBe(0)
})
