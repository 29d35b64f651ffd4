import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Announcement, Step } from '../../../src/schema'
import { boxOf, colorsAt, overlaps } from '../ui/open-gallery'
import { PHONE, press, seeStep, takesPointer, useSituations } from './use-situations'

const situations = useSituations()

const BODY = '<button id="target">New invoice</button><p>Nothing here</p>'
const TOP = '#target { position: absolute; top: 40px; left: 200px }'

const billing: Announcement = { id: 'billing', as: 'banner', title: 'Billing moves on Monday' }

const open = (css: string, steps: Step[], options = {}, announcements = [billing]) =>
  situations.open(
    { body: BODY, css, steps, config: { announcements } },
    { reducedMotion: 'reduce', ...options },
  )

/** Opens the banner after the first step. */
async function openLast(css: string, steps: Step[], options = {}): Promise<Page> {
  const page = await open(css, steps, options, [{ ...billing, when: { code: true } }])
  await seeStep(page, steps[0]?.title as string)
  await page.evaluate(`handrail.start('billing')`)
  await page.locator('.banner').waitFor()
  return page
}

/** Whether the banner is out of sight, and out of reach of pointer, keyboard and screen reader. */
const isAway = (page: Page) =>
  page.locator('.banner').evaluate((banner) => {
    const away = banner.closest('[inert]')
    return away !== null && getComputedStyle(away).opacity === '0'
  })

describe.each([
  ['the desktop', {}],
  ['a phone', PHONE],
])('a banner beside a tour on %s', (_device, options) => {
  test.each([
    ['lit', {}],
    ['not even lit', { spotlight: false }],
  ])('gives way while it would lie over a target that is %s, which can be used', async (_how, more) => {
    const page = await open(
      TOP,
      [
        { id: 'one', target: '#target', title: 'Click here', advance: { click: true }, ...more },
        { id: 'two', target: 'p', title: 'Two' },
      ],
      options,
    )
    await seeStep(page, 'Click here')
    await page.locator('.banner').waitFor({ state: 'attached' })
    await expect.poll(() => isAway(page)).toBe(true)
    await page.locator('#target').click()
    await seeStep(page, 'Two')
    await expect.poll(() => isAway(page)).toBe(true)
    await press(page, 'Done')
    await expect.poll(() => isAway(page)).toBe(false)
    await press(page, 'Got it')
    await page.locator('.banner').waitFor({ state: 'detached' })
  })

  test('gives way when the target is scrolled under it, and comes back', async () => {
    const page = await open(
      'body { height: 3000px } #target { margin: 500px 200px }',
      [{ id: 'one', target: '#target', title: 'Click here' }],
      options,
    )
    await seeStep(page, 'Click here')
    await page.locator('.banner').waitFor()
    expect(await isAway(page)).toBe(false)
    for (const [y, away] of [
      [480, true],
      [100, false],
    ] as const) {
      await page.evaluate((top) => scrollTo(0, top), y)
      await expect.poll(() => isAway(page)).toBe(away)
    }
  })

  test('is dimmed by a modal step as the page is, also when it comes later', async () => {
    const page = await openLast(
      '',
      [
        { id: 'hello', title: 'Hello' },
        { id: 'two', target: 'p', title: 'Two' },
      ],
      options,
    )
    const { x, y } = await boxOf(page, '.banner')
    const surface = async () => (await colorsAt(page, [{ x: x + 6, y: y + 20 }]))[0]?.[0]
    await expect.poll(surface).toBeLessThan(200)
    await press(page, 'Next')
    await press(page, 'Done')
    await expect.poll(surface).toBe(255)
    expect(await takesPointer(page, '.banner .primary')).toBe(true)
  })
})

test('a tooltip lies above the banner that comes where it stands', async () => {
  const page = await openLast('#target { position: absolute; top: 86px; left: 8px }', [
    { id: 'one', target: '#target', placement: 'right', title: 'Click here', body: 'And then over there.' },
  ])
  expect(overlaps(await boxOf(page, '.popover'), await boxOf(page, '.banner'))).toBe(true)
  await expect.poll(() => takesPointer(page, '.popover h2')).toBe(true)
  expect(await isAway(page)).toBe(false)
})
