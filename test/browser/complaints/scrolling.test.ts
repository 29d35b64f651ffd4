import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Step } from '../../../src/schema'
import { boxOf, overlaps } from '../ui/open-gallery'
import { airAround, PHONE, press, seeStep, takesPointer, useSituations } from './use-situations'

const situations = useSituations()

const TARGET = '<button id="target">Target</button>'
const TALL = 'i { display: block; height: 2000px }'
const one: Step = { id: 'one', target: '#target', title: 'One' }

/** The target is in the window, nothing of the host lies over it, and the tooltip stands beside it. */
async function expectShown(page: Page): Promise<void> {
  await seeStep(page, 'One')
  const window = page.viewportSize()
  await expect
    .poll(async () => overlaps(await boxOf(page, '#target'), await boxOf(page, '.popover')))
    .toBe(false)
  const { x, y, width, height } = await boxOf(page, '#target')
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(window?.width ?? 0)
  expect(y + height).toBeLessThanOrEqual(window?.height ?? 0)
  expect(await takesPointer(page, '#target')).toBe(true)
}

const layouts: [string, string, string][] = [
  [
    'a scroller inside a scroller',
    `<main><i></i><div><i></i>${TARGET}<i></i></div><i></i></main>`,
    `main { height: 500px; overflow: auto } div { height: 300px; overflow: auto } ${TALL}`,
  ],
  [
    'a flex layout whose middle scrolls',
    `<div class="app"><nav>Nav</nav><main><i></i>${TARGET}</main></div>`,
    `.app { display: flex; height: 100vh } main { flex: 1; overflow-y: auto } ${TALL}`,
  ],
  [
    'a table that scrolls sideways',
    `<div><table><tr><td><i></i></td><td>${TARGET}</td></tr></table></div>`,
    'div { width: 400px; overflow-x: auto } i { display: block; width: 2000px }',
  ],
  [
    'a page under a sticky header and above a sticky footer',
    `<header>Product</header><i></i>${TARGET}<i></i><footer>Foot</footer>`,
    `header { position: sticky; top: 0; height: 120px; background: #eee } footer { position: sticky; bottom: 0; height: 120px; background: #eee } ${TALL}`,
  ],
  [
    'a scroller inside a fixed sidebar',
    `<aside><i></i>${TARGET}</aside><i></i>`,
    `aside { position: fixed; inset: 0 auto 0 0; width: 240px; overflow: auto } ${TALL}`,
  ],
  [
    'a shadow root that scrolls',
    `<x-list><template shadowrootmode="open"><style nonce="of-the-host">div { height: 300px; overflow: auto } i { display: block; height: 2000px }</style><div><i></i><slot></slot></div></template>${TARGET}</x-list>`,
    '',
  ],
  [
    'a list whose parts are laid out when they come into view',
    `${'<section><p></p></section>'.repeat(40)}<section>${TARGET}</section>${'<section><p></p></section>'.repeat(40)}`,
    'section { content-visibility: auto; contain-intrinsic-size: auto 500px } p { height: 90px }',
  ],
  [
    'a carousel that snaps',
    `<div><p></p><p></p><p>${TARGET}</p><p></p></div>`,
    'div { display: flex; width: 600px; overflow-x: auto; scroll-snap-type: x mandatory } p { flex: none; width: 600px; height: 300px; scroll-snap-align: start }',
  ],
  ['a page that scrolls smoothly', `<i></i>${TARGET}`, `html { scroll-behavior: smooth } ${TALL}`],
]

test.each(layouts)('a target is brought into view in %s', async (_layout, body, css) => {
  const page = await situations.open({ body, css, steps: [one] })
  await expectShown(page)
})

const news = {
  id: 'news',
  as: 'banner' as const,
  title: 'News',
  body: 'There will be no service on Sunday. '.repeat(4),
}
const MIDDLE = `${TALL} #target { margin-left: 500px }`
const under: [string, string, string, string][] = [
  ['a page', `<i></i>${TARGET}<i></i>`, MIDDLE, 'scrollTo(0, 1975)'],
  [
    'a scroller as large as the window',
    `<main><i></i>${TARGET}<i></i></main>`,
    `main { height: 100vh; overflow: auto } ${MIDDLE}`,
    `$('main').scrollTop = 1975`,
  ],
  [
    'a page with a header',
    `<header>Product</header><i></i>${TARGET}<i></i>`,
    `header { position: sticky; top: 0; height: 30px; background: #eee } ${MIDDLE}`,
    'scrollTo(0, 1990)',
  ],
]

describe.each(under)('in %s', (_layout, body, css, script) => {
  test('a target comes out from under an announcement along the edge', async () => {
    const page = await situations.open({
      body,
      css,
      script,
      steps: [one],
      tour: { when: { event: 'Asked' } },
      config: { announcements: [news] },
    })
    await page.locator('.banner').waitFor()
    await page.evaluate(() => (window.handrail as Handrail).track('Asked'))
    await expectShown(page)
  })

  test.each(['top', 'bottom'] as const)(
    'a target comes out from under its own step at the %s',
    async (position) => {
      const page = await situations.open({
        body,
        css,
        script: position === 'top' ? script : script.replace(/19../, '1250'),
        steps: [{ ...one, ...news, title: 'One', position }],
      })
      await seeStep(page, 'One')
      expect(await takesPointer(page, '#target')).toBe(true)
      expect(await airAround(page, await boxOf(page, '#target'))).toEqual([4, 4, 4, 4])
    },
  )
})

test('a target comes out from under the header after a modal step', async () => {
  const page = await situations.open({
    body: `<header>Product</header><i></i>${TARGET}<i></i>`,
    css: `header { position: sticky; top: 0; height: 120px; background: #eee } ${TALL}`,
    script: 'scrollTo(0, 2080)',
    steps: [{ id: 'hello', title: 'Hello' }, one],
  })
  await seeStep(page, 'Hello')
  await press(page, 'Next')
  await expectShown(page)
})

test('a target comes out from under bars that stand one below another', async () => {
  const page = await situations.open({
    body: `<header>Notice</header><nav>Product</nav><i></i>${TARGET}<i></i>`,
    css: `header, nav { position: sticky; top: 0; height: 50px; background: #eee } nav { top: 50px } ${TALL}`,
    script: 'scrollTo(0, 2030)',
    steps: [one],
  })
  await expectShown(page)
})

test('a target comes out from under a bar that floats', async () => {
  const page = await situations.open({
    body: `<header>Product</header><i></i>${TARGET}<i></i>`,
    css: `header { position: sticky; top: 12px; height: 50px; background: #eee } ${TALL}`,
    script: 'scrollTo(0, 2025)',
    steps: [one],
  })
  await expectShown(page)
})

test('a layout that hides its overflow is not scrolled', async () => {
  const page = await situations.open({
    body: `<div class="app"><main><i></i>${TARGET}<i></i></main></div>`,
    css: `.app { height: 100vh; overflow: hidden } main { height: 100%; overflow: auto } .app::after { content: ''; display: block; height: 400px } ${TALL}`,
    steps: [one],
  })
  await expectShown(page)
  expect(await page.evaluate(() => [document.querySelector('.app')?.scrollTop, scrollY])).toEqual([0, 0])
})

test('a header that belongs to the scroller, not to the window, does not cover the target', async () => {
  const page = await situations.open({
    body: `<main><header>Columns</header><i></i>${TARGET}<i></i></main>`,
    css: `main { height: 400px; overflow: auto } header { position: sticky; top: 0; height: 80px; background: #eee } ${TALL}`,
    script: `$('main').scrollTop = 2060`,
    steps: [one],
  })
  await expectShown(page)
})

test('a target that is taller than the window is shown from its start, with the tooltip in the window', async () => {
  const page = await situations.open({
    body: '<i></i><section id="target">Long</section><i></i>',
    css: `${TALL} #target { height: 1800px; background: #eef }`,
    steps: [one],
  })
  await seeStep(page, 'One')
  const { y } = await boxOf(page, '#target')
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y).toBeLessThan(100)
  const popover = await boxOf(page, '.popover')
  expect(popover.y + popover.height).toBeLessThanOrEqual(800)
  await press(page, 'Done')
})

test('a step does not make a phone scroll sideways, and its sheet fits', async () => {
  const page = await situations.open(
    {
      body: `<i></i>${TARGET}`,
      css: TALL,
      steps: [{ ...one, body: 'A-very-long-word-that-does-not-break-anywhere-at-all-'.repeat(3) }],
    },
    PHONE,
  )
  await expectShown(page)
  const { x, width } = await boxOf(page, '.popover')
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(390)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const inside = await page
    .locator('.popover .card')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(inside).toBeLessThanOrEqual(0)
})
