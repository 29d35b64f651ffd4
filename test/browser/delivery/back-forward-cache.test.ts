import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import { type FaultProxy, startFaultProxy } from './fault-proxy'
import { type Site, startSite } from './site'
import { expectAll, flush, track, until, visit } from './stage'

let collector: RunningCollector
let browser: Browser
let site: Site
let proxy: FaultProxy

beforeAll(async () => {
  ;[collector, site] = await Promise.all([startCollector(), startSite()])
  proxy = await startFaultProxy(collector.origin)
  browser = await chromium.launch({
    executablePath: process.env.HANDRAIL_CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
})
afterAll(async () => {
  await browser?.close()
  proxy?.close()
  site?.close()
  await collector?.stop()
})

it('the page keeps its place in the back/forward cache, and its events', async () => {
  const context = await browser.newContext()
  await context.grantPermissions(['local-network-access'])
  const page = await visit(context, site, proxy, collector.writeKey)
  await page.evaluate(() => Object.assign(window, { visited: 1 }))
  proxy.fault = () => ({ status: 503 })
  await track(page, 'Restored', 100)
  await page.goto(new URL('/elsewhere', page.url()).href)
  proxy.fault = () => undefined
  await page.evaluate(() => history.back())
  await until('the page', () => page.evaluate(() => 'visited' in window).catch(() => false))
  await track(page, 'Restored', 100, 100)
  await flush(page)
  await expectAll(collector, 'Restored', 200)
  const reasons = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]?.toJSON().notRestoredReasons,
  )
  expect(reasons ?? null).toBeNull()
})
