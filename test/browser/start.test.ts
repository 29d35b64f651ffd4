import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Handrail } from '../../src/handrail'
import { expectAll, flush, ready, until } from './delivery/stage'
import { useSite } from './helpers/use-site'

const site = useSite()

/** The product with its script tag not `async`, and something of its own before and after that. */
async function rewrite(page: Page, before: string, after: string): Promise<void> {
  await page.route('**/page?*', async (route) => {
    const response = await route.fetch()
    const tag = /<script async (src="\/handrail.js".*?><\/script>)/
    const body = (await response.text()).replace(
      tag,
      (_, rest) => `<script>${before}</script><script ${rest}<script>${after}</script>`,
    )
    await route.fulfill({ response, body })
  })
}

/** Events of the host in the order in which they were sent. */
const sent = (): string[] =>
  site.relay.posts
    .flatMap(({ text }): { event?: string; type: string }[] => JSON.parse(text).batch)
    .map(({ event, type }) => event ?? type)

it('calls before, right after and long after the script are made in their order, and answered', async () => {
  const page = await site.context.newPage()
  await rewrite(
    page,
    `handrail.identify('u_1'); handrail.track('Before')`,
    `handrail.track('After'); window.cleanup = handrail.on('event', () => {})`,
  )
  await page.goto(site.address())
  await ready(page)
  await page.evaluate(() => (window.handrail as Handrail).track('Later'))
  await flush(page)
  await until('the events', () => sent().includes('Later'))
  expect(sent().filter((name) => name !== 'page')).toEqual([
    'Session Started',
    'identify',
    'Before',
    'After',
    'Later',
  ])
  expect(await page.evaluate(() => typeof Reflect.get(window, 'cleanup'))).toBe('function')
})

it('a page that ends before the start has lost no call, after the next visit', async () => {
  const page = await site.context.newPage()
  // No task of its own ever comes.
  await rewrite(page, `window.setTimeout = () => 0; handrail.track('Only Call', { n: 1 })`, '')
  await page.goto(site.address())
  await page.goto('about:blank')
  await site.open()
  await expectAll(site.collector, 'Only Call', 1)
})

it('what the host has kept from before the script works ever after', async () => {
  const page = await site.context.newPage()
  await rewrite(page, 'window.kept = { track: handrail.track, all: handrail }', '')
  await page.goto(site.address())
  await ready(page)
  await page.evaluate(() => {
    const { track, all } = Reflect.get(window, 'kept')
    track('By Method', { n: 1 })
    all.track('By Object', { n: 1 })
  })
  await flush(page)
  await expectAll(site.collector, 'By Method', 1)
  await expectAll(site.collector, 'By Object', 1)
})

it('what is called after destroy() happens neither then nor with the next visit', async () => {
  const page = await site.open()
  await flush(page)
  const posts = site.relay.posts.length
  const left = await page.evaluate(async () => {
    const handrail = window.handrail as Handrail
    const { track } = handrail
    handrail.destroy()
    const before = JSON.stringify(localStorage)
    track('Too Late')
    handrail.identify('nobody')
    handrail.reset()
    await handrail.flush()
    return JSON.stringify(localStorage) === before
  })
  expect([left, site.relay.posts.length]).toEqual([true, posts])
})
