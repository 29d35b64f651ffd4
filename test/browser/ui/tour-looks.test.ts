import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { type Box, boxOf, colorsAt, DESKTOP, PHONE, show, useGallery } from './open-gallery'

const NEW = '[data-tour=new-project]'
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const long = 'A project holds tasks, people and files, and everything in it can be changed later. '
const tooltip: Step = { id: 'one', target: NEW, title: 'Start with a project', body: long }
const last: Step = { id: 'two', as: 'modal', title: 'Two', body: long.repeat(8) }

const pages = useGallery()

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

describe.each([
  ['the desktop', DESKTOP],
  ['a phone', PHONE],
])('in Persian, whose letters are taller than their lines, on %s', (_device, options) => {
  test.each([
    ['a tooltip', { target: NEW }],
    ['a modal step', {}],
    ['a slideout', { as: 'slideout' }],
    ['a banner', { as: 'banner' }],
  ] as const)('%s scrolls only where there is a line to scroll to', async (_what, shape) => {
    const page = await pages.open('', options)
    const step = { ...shape, id: 'one', title: 'پروژه‌ی تازه' }
    const body = 'هر پروژه تخته‌ای است برای یک کار: یک رونمایی، یک رویداد، یک **دوره‌ی کاری**.'
    for (const one of [step, { ...step, body }]) {
      const shown = await show(page, tour(one), { locale: 'fa', theme: { font: 'Noto Sans Arabic' } })
      const hidden = await page
        .locator('.scroll')
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
      expect(hidden).toBe(0)
      await page.evaluate((id) => gallery.close(id), shown)
    }
  })
})

test('a banner on a phone is no higher than its words and its button need', async () => {
  const page = await pages.open('', { ...PHONE, reducedMotion: 'reduce' })
  await show(
    page,
    tour({ id: 'one', as: 'banner', title: 'Billing moves', body: 'Nothing changes for you.' }),
  )
  const [words, button] = [await boxOf(page, '.words > .blocks'), await boxOf(page, '.primary')]
  expect(button.y - words.y - words.height).toBe(12)
  expect((await boxOf(page, '.banner')).height).toBeLessThan(125)
})

describe('in forced colours', () => {
  const forced = { ...DESKTOP, forcedColors: 'active' } as const

  test('a card and its arrow have an edge, and the primary button stands out', async () => {
    const page = await pages.open('', forced)
    await show(page, tour(tooltip, last))
    for (const selector of ['.card', '.arrow'])
      expect(await styleOf(page, selector, 'border-top-style')).toBe('solid')
    const systemColor = (name: string) =>
      page.evaluate((color) => {
        const probe = document.body.appendChild(document.createElement('i'))
        probe.style.cssText = `forced-color-adjust:none;background:${color}`
        const { backgroundColor } = getComputedStyle(probe)
        probe.remove()
        return backgroundColor
      }, name)
    expect(await styleOf(page, '.primary', 'background-color')).toBe(await systemColor('Highlight'))
    expect(await styleOf(page, '.primary', 'color')).toBe(await systemColor('HighlightText'))
  })

  test('the target is marked by a line as wide as a focus ring', async () => {
    const page = await pages.open('', forced)
    await show(page, tour(tooltip))
    expect(Number.parseFloat(await styleOf(page, '.rim', 'stroke-width'))).toBeGreaterThanOrEqual(2)
    expect(await styleOf(page, '.rim', 'stroke-opacity')).toBe('1')
  })
})

describe('with text of twice the size', () => {
  /** As a user sets it in the settings of the browser. */
  async function open(step: Step, options: BrowserContextOptions): Promise<Page> {
    const page = await pages.open('', options)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await show(page, tour(step, { ...last, id: 'end' }))
    return page
  }
  const isInside = (inner: Box, { x, y, width, height }: Box) =>
    inner.x >= x && inner.y >= y && inner.x + inner.width <= x + width && inner.y + inner.height <= y + height

  test.each([
    ['tooltip', tooltip, DESKTOP],
    ['modal', last, DESKTOP],
    ['slideout', { ...tooltip, as: 'slideout' }, DESKTOP],
    ['tooltip on a phone', tooltip, PHONE],
    ['modal on a phone', last, PHONE],
  ] as const)('a %s stays in the window, and all of it can be read', async (_name, step, options) => {
    const page = await open(step, options)
    expect(Number.parseFloat(await styleOf(page, '.step', 'font-size'))).toBe(28)
    const card = await boxOf(page, '.step')
    expect(isInside(card, { x: 0, y: 0, ...options.viewport })).toBe(true)
    for (const selector of ['.step .close', '.step .primary'])
      expect(isInside(await boxOf(page, selector), card), selector).toBe(true)
    const spill = await page.locator('.step .scroll').evaluate((el) => el.scrollWidth - el.clientWidth)
    expect(spill).toBe(0)
    await page
      .locator('.step .blocks')
      .evaluate((el) => el.lastElementChild?.scrollIntoView({ block: 'end' }))
    const bottomOf = ({ y, height }: Box) => y + height
    expect(bottomOf(await boxOf(page, '.step .blocks'))).toBeLessThanOrEqual(
      bottomOf(await boxOf(page, '.step .scroll')) + 1,
    )
  })
})

describe('with reduced motion', () => {
  test.each([
    ['tooltip', tooltip],
    ['modal', last],
    ['slideout', { ...tooltip, as: 'slideout' }],
    ['banner', { ...tooltip, as: 'banner' }],
  ] as const)('a %s is there at once', async (_name, step) => {
    const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
      const page = await pages.open('', { ...DESKTOP, reducedMotion })
      return page.evaluate((guide) => {
        gallery.show(guide)
        return document.querySelector('handrail-root')?.shadowRoot?.getAnimations().length
      }, tour(step))
    }
    expect(await moving('no-preference')).toBeGreaterThan(0)
    expect(await moving('reduce')).toBe(0)
  })
})

describe('several highlights', () => {
  test('are lit with the target, each in its own place, and the tooltip stands at the target', async () => {
    const page = await pages.open()
    await show(page, tour({ ...tooltip, highlight: ['#search', '#nowhere', '#third'] }))
    const rim = await page.locator('.rim').getAttribute('d')
    const corners = [...(rim ?? '').matchAll(/M(\S+) (\S+)h/g)].map(([, , y]) => Math.round(Number(y)))
    const lit = await Promise.all([NEW, '#search', '#third'].map((selector) => boxOf(page, selector)))
    // The light begins 4 px above what it is on.
    expect(corners).toEqual(lit.map(({ y }) => Math.round(y - 4)))
    const [target] = lit
    const popover = await boxOf(page, '.popover')
    expect(popover.y).toBeGreaterThan(target?.y ?? Number.NaN)
  })

  test.each([
    { where: 'around the target', left: -60, width: 260 },
    { where: 'across an edge of the target', left: 50, width: 200 },
    { where: 'apart from the target', left: -300, width: 100 },
  ])('one that is $where leaves nothing of either dark', async ({ left, width }) => {
    const page = await pages.open()
    const target = await boxOf(page, NEW)
    const area = { x: target.x + left, y: target.y - 30, width, height: target.height + 60 }
    await page.evaluate(({ x, y, width, height }) => {
      const element = document.body.appendChild(document.createElement('i'))
      element.id = 'area'
      const place = {
        position: 'absolute',
        left: `${x}px`,
        top: `${y}px`,
        width: `${width}px`,
        height: `${height}px`,
      }
      Object.assign(element.style, place, { pointerEvents: 'none' })
    }, area)
    // Inside of each, clear of their rims.
    const points = [target, area].flatMap(({ x, y, width, height }) => [
      { x: x + 4, y: y + height / 2 },
      { x: x + width - 8, y: y + height / 2 },
      { x: x + width / 2, y: y + 4 },
    ])
    const outside = { x: area.x + 20, y: area.y - 20 }
    const before = await colorsAt(page, [...points, outside])
    await show(page, tour({ ...tooltip, placement: 'bottom', highlight: ['#area'] }))
    await page.locator('.spotlight').evaluate(async (light) => {
      await Promise.all(light.getAnimations().map(({ finished }) => finished))
    })
    const after = await colorsAt(page, [...points, outside])
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
    expect(after.at(-1)).not.toEqual(before.at(-1))
  })

  test('follow what they are on', async () => {
    const page = await pages.open()
    await show(page, tour({ ...tooltip, highlight: ['#third'] }))
    const tops = () =>
      page
        .locator('.rim')
        .evaluate((rim) =>
          [...(rim.getAttribute('d') ?? '').matchAll(/M\S+ (\S+)h/g)].map(([, y]) => Number(y)),
        )
    const [before = 0] = (await tops()).slice(-1)
    await page.locator('#third').evaluate((element) => {
      if (element instanceof HTMLElement) element.style.setProperty('margin-top', '50px')
    })
    await expect.poll(async () => (await tops()).at(-1)).not.toBe(before)
    expect((await tops()).at(-1)).toBeCloseTo((await boxOf(page, '#third')).y - 4, 0)
  })
})
