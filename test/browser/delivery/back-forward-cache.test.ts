import { expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { useSite } from '../helpers/use-site'
import { expectAll, flush, track, until } from './stage'

const site = useSite(() => launchBrowser([], ['--disable-back-forward-cache']))

it('the page keeps its place in the back/forward cache, and its events', async () => {
  const page = await site.open()
  await page.evaluate(() => Object.assign(window, { visited: 1 }))
  site.relay.fault = () => ({ status: 503 })
  await track(page, 'Restored', 100)
  await page.goto(new URL('/elsewhere', page.url()).href)
  site.relay.fault = () => undefined
  await page.evaluate(() => history.back())
  await until('the page', () => page.evaluate(() => 'visited' in window).catch(() => false))
  await track(page, 'Restored', 100, 100)
  await flush(page)
  await expectAll(site.collector, 'Restored', 200)
  const reasons = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]?.toJSON().notRestoredReasons,
  )
  expect(reasons ?? null).toBeNull()
})
