import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Recorded, type Relay, startRelay } from '../../../collector/test/clients/relay'
import { expectAllOnce, waitForStored } from '../../../collector/test/clients/stored'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import type { Handrail } from '../../../src/handrail'
import { findProblems } from '../../unit/segment-spec'
import { type Site, startSite } from '../delivery/site'
import { ready, track, until } from '../delivery/stage'
import { launchBrowser } from '../helpers/browser'

interface Batch {
  sentAt: string
  batch: { type: string; messageId: string; event?: string }[]
}

const config = {
  version: 1,
  features: [{ id: 'export', name: 'Export', on: { click: '[data-action=export]' } }],
  tours: [
    {
      id: 'welcome',
      when: { code: true },
      steps: [
        { id: 'hello', as: 'modal', title: 'Welcome', body: 'Two steps.' },
        { id: 'export', target: '[data-action=export]', title: 'Export' },
      ],
    },
  ],
}

let collector: RunningCollector
let browser: Browser
let site: Site
let relay: Relay
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
  relay = await startRelay(collector.origin)
  context = await browser.newContext()
  await context.grantPermissions(['local-network-access'])
})
afterEach(async () => {
  await context.close()
  relay.close()
})

async function open(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url(relay.origin, collector.writeKey, site.publish(JSON.stringify(config))))
  await ready(page)
  return page
}

const posts = (): Recorded[] => relay.requests.filter(({ method }) => method === 'POST')
const batches = (): Batch[] => posts().map(({ text }) => JSON.parse(text))
const messages = (): Batch['batch'] => batches().flatMap(({ batch }) => batch)
const flush = (page: Page): Promise<void> => page.evaluate(() => (window.handrail as Handrail).flush()) // ready() has seen it

/** Each body by the rules, and each request as a page may send it without asking first. */
function expectSegment(): void {
  expect(posts().flatMap(({ text }) => findProblems(text))).toEqual([])
  for (const { url, headers } of posts()) {
    expect(url).toMatch(/^\/v1\/batch(\?compression=gzip)?$/)
    expect(headers['content-type']).toMatch(/^text\/plain(;|$)/)
    expect(headers.authorization).toBeUndefined()
  }
  expect(relay.requests.filter(({ method }) => method === 'OPTIONS')).toEqual([])
}

describe('what Handrail sends is what Segment documents', () => {
  it('for every kind of message, and those of guides, features and sessions', async () => {
    const page = await open()
    await page.evaluate(() => {
      const handrail = window.handrail as Handrail // ready() has seen it
      handrail.identify('ada', { name: 'Ada', role: 'admin', createdAt: '2026-11-01' })
      handrail.group('acme', { name: 'Acme', plan: 'trial', mrr: 490, seats: 25 })
      handrail.track('Project Created', { template: 'kanban' })
      handrail.page('Reports', { filter: 'open' })
    })
    await page.click('[data-action=export]')
    await page.evaluate(() => (window.handrail as Handrail).start('welcome'))
    await page.getByText('Two steps.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await until('the end of the tour', async () => {
      await flush(page)
      return messages().some(({ event }) => event === 'Guide Completed')
    })
    await page.evaluate(() => (window.handrail as Handrail).reset())
    await until('the end of the session', async () => {
      await flush(page)
      return messages().some(({ event }) => event === 'Session Ended')
    })
    expectSegment()
    expect(new Set(messages().map(({ type }) => type))).toEqual(
      new Set(['track', 'identify', 'group', 'page']),
    )
    const ours = ['Session Started', 'Guide Shown', 'Step Viewed', 'Step Completed', 'Feature Used']
    expect(messages().map(({ event }) => event)).toEqual(expect.arrayContaining(ours))
  })

  it('for values that JSON cannot hold, and messages too large to send', async () => {
    const page = await open()
    await page.evaluate(() => {
      const { track, identify } = window.handrail as Handrail // ready() has seen it
      const cycle: Record<string, unknown> = { name: 'cycle' }
      cycle.self = cycle
      const odd = [
        cycle,
        10n ** 30n,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        document.body,
        () => 1,
        Symbol('s'),
      ]
      const objects = [
        new Date(0),
        new Date(Number.NaN),
        new Map([[1, 2]]),
        /x/,
        null,
        undefined,
        '\ud800',
        '💡',
      ]
      for (const [n, value] of [...odd, ...objects].entries()) track('Odd', { n, value })
      const getter = Object.defineProperty({ n: 15 }, 'value', {
        enumerable: true,
        get() {
          throw new Error('not today')
        },
      })
      track('Odd', getter)
      track('Large', { text: 'é'.repeat(15_000) })
      track('Too Large', { text: 'é'.repeat(20_000) })
      identify('odd', { name: undefined, cycle })
    })
    await flush(page)
    await expectAllOnce(collector, 'Odd', 16)
    expectSegment()
    const events = messages().map(({ event }) => event)
    expect(events).toContain('Large')
    expect(events).not.toContain('Too Large')
  })

  it('for many events of a page that is left', async () => {
    const page = await open()
    await track(page, 'Left', 900)
    await page.close({ runBeforeUnload: true })
    await open()
    const { counted } = await waitForStored(collector, { type: 'track', event: 'Left' }, 900)
    expect(counted).toBe(900)
    expectSegment()
  })

  it('for a second attempt: the same messages, sent at another time', async () => {
    // Not a reset: the browser itself repeats a request, byte for byte, when a connection it used before is reset.
    relay.fault = (post) => (post < 2 ? 503 : undefined)
    const page = await open()
    await track(page, 'Again', 10)
    await expectAllOnce(collector, 'Again', 10)
    expectSegment()
    const attempts = batches().filter(({ batch }) => batch.some(({ event }) => event === 'Again'))
    expect(attempts).toHaveLength(3)
    expect(new Set(attempts.map(({ sentAt }) => sentAt)).size).toBe(attempts.length)
    const ids = attempts.flatMap(({ batch }) => batch.filter(({ event }) => event === 'Again'))
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(10)
  })
})
