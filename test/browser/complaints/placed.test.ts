import { expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { boxOf } from '../ui/open-gallery'
import { airAround, seeStep, takesPointer, useSituations } from './use-situations'

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
