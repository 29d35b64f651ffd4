import { expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { boxOf } from '../ui/open-gallery'
import { airAround, moving, seeStep, takesPointer, useSituations } from './use-situations'

const situations = useSituations()

const TARGET = '<button id="target">Target</button>'
const TALL = 'i { display: block; height: 2000px }'
const one: Step = { id: 'one', target: '#target', title: 'One' }

test('what is fixed out of a box that hides its overflow is lit', async () => {
  const page = await situations.open({
    body: `<div>${TARGET}</div>`,
    css: 'div { height: 0; overflow: hidden } #target { position: fixed; top: 40px; left: 300px }',
    steps: [one],
  })
  await seeStep(page, 'One')
  expect(await airAround(page, await boxOf(page, '#target'))).toEqual([4, 4, 4, 4])
})

test('what sticks out of a box in the direction in which that cuts nothing off is lit', async () => {
  const page = await situations.open({
    body: `<div><i></i>${TARGET}</div>`,
    css: `html, body, div { height: 100% } div { overflow-x: clip } ${TALL}`,
    steps: [one],
  })
  await seeStep(page, 'One')
  expect(await airAround(page, await boxOf(page, '#target'))).toEqual([4, 4, 4, 4])
})

test('a page in quirks mode is as large as its window', async () => {
  const page = await situations.open({
    doctype: '',
    body: `<i></i>${TARGET}<i></i>`,
    css: TALL,
    steps: [one],
  })
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
  await seeStep(page, 'One')
  await expect.poll(() => moving(page)).toBe(0)
  const [target, popover] = [await boxOf(page, '#target'), await boxOf(page, '.popover')]
  expect(target.y + target.height).toBeLessThan(800)
  expect(popover.y).toBeCloseTo(target.y + target.height + 12, 0)
})

test('nothing points at a target that the user has scrolled away', async () => {
  const page = await situations.open({
    body: `<main>${TARGET}<i></i></main>`,
    css: `main { height: 200px; overflow: auto } ${TALL}`,
    steps: [one],
  })
  const arrow = () => page.locator('.arrow').evaluate((element) => getComputedStyle(element).visibility)
  await seeStep(page, 'One')
  await expect.poll(arrow).toBe('visible')
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 500))
  await expect.poll(arrow).toBe('hidden')
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0))
  await expect.poll(arrow).toBe('visible')
})

test.each([
  [
    'the fixed header of a component',
    `<x-h><template shadowrootmode="open"><style nonce="of-the-host">header { position: fixed; inset: 0 0 auto; height: 120px; background: #eee }</style><header>Product</header></template></x-h><i></i>${TARGET}<i></i>`,
    TALL,
    'scrollTo(0, 1980)',
  ],
  [
    'the sticky column of a table',
    `<div><table><tr><th>Name</th><td><i></i></td><td>${TARGET}</td><td><i></i></td></tr></table></div>`,
    'div { width: 600px; overflow-x: auto } th { position: sticky; left: 0; min-width: 200px; background: #eee; z-index: 1 } i { display: block; width: 1000px }',
    `$('div').scrollLeft = 1100`,
  ],
  [
    'scrollers of both directions, one in another',
    `<main><b></b><div><u></u><section><i></i>${TARGET}</section></div></main>`,
    `main { height: 400px; width: 700px; overflow: auto } b { display: block; height: 1200px; width: 1px } div { overflow: auto; width: 500px; height: 300px; display: flex } u { flex: none; width: 900px } section { flex: none; width: 300px; height: 250px; overflow: auto } ${TALL}`,
    '',
  ],
])('a target comes out from under %s', async (_what, body, css, script) => {
  const page = await situations.open({ body, css, script, steps: [one] })
  await seeStep(page, 'One')
  expect(await takesPointer(page, '#target')).toBe(true)
})

test.each([
  ['left', 'left: 0'],
  ['right', 'right: 0'],
])('a tooltip stays below a target at the %s edge of the window', async (_edge, css) => {
  const page = await situations.open({
    body: TARGET,
    css: `#target { position: fixed; top: 100px; width: 60px; ${css} }`,
    steps: [{ ...one, placement: 'bottom' }],
  })
  await seeStep(page, 'One')
  await expect.poll(() => moving(page)).toBe(0)
  const [target, popover, arrow] = [
    await boxOf(page, '#target'),
    await boxOf(page, '.popover'),
    await boxOf(page, '.arrow'),
  ]
  expect(popover.y).toBe(target.y + target.height + 12)
  expect(popover.x).toBeGreaterThanOrEqual(12)
  expect(popover.x + popover.width).toBeLessThanOrEqual(1268)
  expect(arrow.x + arrow.width / 2).toBeCloseTo(target.x + target.width / 2, 0)
})

test('a tooltip stays beside a target at the lower edge of the window', async () => {
  const page = await situations.open({
    body: TARGET,
    css: '#target { position: fixed; bottom: 0; left: 400px; height: 40px }',
    steps: [{ ...one, placement: 'right' }],
  })
  await seeStep(page, 'One')
  await expect.poll(() => moving(page)).toBe(0)
  expect(await page.locator('.popover').getAttribute('data-side')).toBe('right')
})
