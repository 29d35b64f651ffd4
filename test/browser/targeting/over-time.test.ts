import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Announcement } from '../../../src/schema'
import { ready } from '../delivery/stage'
import { explain, press, refusedBy, track, untilRefused, untilTitled, useProduct } from './product'

/** Clocks go forward there at 2 in the night of 8 March 2026. */
const product = useProduct({ timezoneId: 'America/New_York' })

const news = (change: Partial<Announcement>): { announcements: Announcement[] } => ({
  announcements: [{ id: 'news', title: 'News', ...change }],
})
const reload = async (page: Page): Promise<void> => {
  await page.reload()
  await ready(page)
}
const whyOf = async (page: Page, gate: string): Promise<string | undefined> =>
  (await explain(page, 'news')).find((verdict) => verdict.gate === gate)?.why

describe('a delay', () => {
  it('goes on over a reload', async () => {
    await product.context.clock.install()
    const page = await product.open(news({ when: { afterSeconds: 60 } }))
    await untilRefused(page, 'news', 'trigger')
    await page.clock.fastForward('00:40')
    await reload(page)
    await untilRefused(page, 'news', 'trigger')
    await page.clock.fastForward('00:21')
    await untilTitled(page, 'News')
  })

  it('is disarmed by the event that cancels it', async () => {
    await product.context.clock.install()
    const page = await product.open(news({ when: { afterSeconds: 60 }, cancelOn: { event: 'Found' } }))
    await untilRefused(page, 'news', 'trigger')
    await page.clock.fastForward('00:40')
    await track(page, 'Found')
    await page.clock.fastForward('00:40')
    expect(await refusedBy(page, 'news')).toBe('trigger')
    await untilTitled(page)
  })
})

describe('dates', () => {
  it('are moments in UTC, in the zone of every user and through the night the clocks change', async () => {
    await product.context.clock.install({ time: '2026-03-08T06:59:00Z' })
    const page = await product.open(news({ from: '2026-03-08T07:30:00', until: '2026-03-09' }))
    expect(await whyOf(page, 'schedule')).toBe('It starts on 2026-03-08T07:30:00.')
    await page.clock.fastForward('32:00')
    await untilTitled(page, 'News')
    await press(page, 'Got it')
    await page.clock.fastForward('17:00:00')
    await untilRefused(page, 'news', 'schedule')
    expect(await whyOf(page, 'schedule')).toBe('It ended on 2026-03-09.')
  })

  it('are told in the days of the user', async () => {
    await product.context.clock.install({ time: '2026-11-04T02:00:00Z' })
    const page = await product.open(news({}))
    await untilTitled(page, 'News')
    await press(page, 'Got it')
    await untilRefused(page, 'news', 'frequency')
    expect(await whyOf(page, 'frequency')).toBe('Shown once already, on 3 Nov; frequency is once.')
  })
})

it('who belongs to a share belongs to it on every device', async () => {
  const config = {
    announcements: [
      { id: 'half', title: 'Half', sample: 50, when: { code: true } },
      { id: 'held', title: 'Held', holdout: 50, when: { code: true } },
      { id: 'fifth', title: 'Fifth', audience: { percent: 20 }, when: { code: true } },
    ],
  }
  const users = Array.from({ length: 12 }, (_, index) => `user-${index}`)
  const drawnOn = async (page: Page) => {
    const refusals: (string | undefined)[] = []
    for (const user of users) {
      await page.evaluate((id) => (window.handrail as Handrail).identify(id), user)
      for (const id of ['half', 'held', 'fifth']) refusals.push(await refusedBy(page, id))
    }
    return refusals
  }
  const other = await product.newContext()
  const here = await drawnOn(await product.open(config))
  const there = await drawnOn(await product.open(config, other))
  await other.close()
  expect(there).toEqual(here)
  expect(new Set(here)).toEqual(new Set(['audience', 'holdout', 'trigger']))
})

describe('a share of the page that has to be scrolled', () => {
  it('is one of what scrolls where the window does not, and not reached before', async () => {
    const context = await product.newContext()
    // Before the script comes: on a page too short to scroll all of it has been seen.
    await context.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        const main = document.createElement('main')
        const content = document.createElement('p')
        main.style.cssText = 'position: fixed; inset: 0; overflow: auto'
        content.style.height = '4000px'
        main.append(content)
        document.body.replaceChildren(main)
      }),
    )
    const page = await product.open(news({ when: { event: 'Ready', scrollPercent: 80 } }), context)
    await track(page, 'Ready')
    await untilRefused(page, 'news', 'trigger')
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1000))
    await untilRefused(page, 'news', 'trigger')
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 4000))
    await untilTitled(page, 'News')
    await context.close()
  })
})
