import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAllOnce, waitForStored } from '../../../collector/test/clients/stored'
import type { Handrail } from '../../../src/handrail'
import { findProblems } from '../../unit/segment-spec'
import { track, until } from '../delivery/stage'
import { useSite } from '../helpers/use-site'

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

const site = useSite()
const open = () => site.open(config)

const batches = (): Batch[] => site.relay.posts.map(({ text }) => JSON.parse(text))
const messages = (): Batch['batch'] => batches().flatMap(({ batch }) => batch)
const flush = (page: Page): Promise<void> => page.evaluate(() => (window.handrail as Handrail).flush()) // ready() has seen it

/** Each body by the rules, and each request as a page may send it without asking first. */
function expectSegment(): void {
  expect(site.relay.posts.flatMap(({ text }) => findProblems(text))).toEqual([])
  for (const { url, headers } of site.relay.posts) {
    expect(url).toMatch(/^\/v1\/batch(\?compression=gzip)?$/)
    expect(headers['content-type']).toMatch(/^text\/plain(;|$)/)
    expect(headers.authorization).toBeUndefined()
  }
  expect(site.relay.requests.filter(({ method }) => method === 'OPTIONS')).toEqual([])
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
    await expectAllOnce(site.collector, 'Odd', 16)
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
    const { counted } = await waitForStored(site.collector, { type: 'track', event: 'Left' }, 900)
    expect(counted).toBe(900)
    expectSegment()
  })

  it('for a second attempt: the same messages, sent at another time', async () => {
    // Not a reset: the browser itself repeats a request, byte for byte, when a connection it used before is reset.
    site.relay.fault = (post) => (post < 2 ? { status: 503 } : undefined)
    const page = await open()
    await track(page, 'Again', 10)
    await expectAllOnce(site.collector, 'Again', 10)
    expectSegment()
    const attempts = batches().filter(({ batch }) => batch.some(({ event }) => event === 'Again'))
    expect(attempts).toHaveLength(3)
    expect(new Set(attempts.map(({ sentAt }) => sentAt)).size).toBe(attempts.length)
    const ids = attempts.flatMap(({ batch }) => batch.filter(({ event }) => event === 'Again'))
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(10)
  })
})
