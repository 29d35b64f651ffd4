import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { boxOf } from '../ui/open-gallery'
import { append, seeStep, useSituations } from './use-situations'

const situations = useSituations()

const TARGET = '<button id="target">Target</button>'
const LATER = '<template id="later"><p class="banner">News</p></template>'
const one: Step = { id: 'one', target: '#target', title: 'One' }

/** How far the light is from the target on each side; 4 px of air all around when it is where it should be. */
async function airAround(page: Page): Promise<number[]> {
  // Without its stroke; one unit of the drawing is a pixel of the window.
  const lit = await page.locator('path.rim').evaluate((rim) => {
    const { x, y, width, height } = (rim as SVGPathElement).getBBox()
    return { x, y, width, height }
  })
  const { x, y, width, height } = await boxOf(page, '#target')
  return [x - lit.x, y - lit.y, lit.x + lit.width - x - width, lit.y + lit.height - y - height].map(
    Math.round,
  )
}

const expectLit = (page: Page) => expect.poll(() => airAround(page)).toEqual([4, 4, 4, 4])
const run = (page: Page, script: string) => page.evaluate(script)

/** What happens to the page while a step is open. */
const moves: [string, string, string, string][] = [
  [
    'a sidebar opens with a transition',
    `<div class="app"><nav></nav><main>${TARGET}</main></div>`,
    '.app { display: flex } nav { width: 40px; transition: width .3s } .open nav { width: 300px }',
    `$('.app').className = 'app open'`,
  ],
  ['the target grows', TARGET, '', `$('#target').textContent = 'A target with a much longer name'`],
  [
    'a container around it is scrolled',
    `<div><i></i>${TARGET}<i></i></div>`,
    'div { height: 300px; overflow: auto } i { display: block; height: 400px }',
    `$('div').scrollTop += 60`,
  ],
  [
    'it is dragged by script, frame by frame',
    TARGET,
    '#target { position: relative }',
    `let x = 0; requestAnimationFrame(function step() { $('#target').style.setProperty('left', (x += 7) + 'px'); if (x < 210) requestAnimationFrame(step) })`,
  ],
  [
    'an ancestor is zoomed',
    `<main>${TARGET}</main>`,
    'main { padding: 50px }',
    `$('main').style.setProperty('zoom', '1.5')`,
  ],
  [
    'an ancestor is turned and scaled',
    `<main>${TARGET}</main>`,
    'main { padding: 50px; transform-origin: 0 0; transition: transform .2s }',
    `$('main').style.setProperty('transform', 'translate(80px, 40px) scale(1.25)')`,
  ],
  [
    'the fixed bar that it is in slides',
    `<aside>${TARGET}</aside>`,
    'aside { position: fixed; top: 0; left: 0; transition: top .2s }',
    `$('aside').style.setProperty('top', '300px')`,
  ],
]

test.each(moves)('the light follows when %s', async (_what, body, css, script) => {
  const page = await situations.open({ body, css, steps: [one] })
  await seeStep(page, 'One')
  await expectLit(page)
  const before = await boxOf(page, '#target')
  await run(page, script)
  await expect.poll(() => boxOf(page, '#target')).not.toEqual(before)
  await expectLit(page)
})

test('the light follows when content comes in above the target, and when the window changes', async () => {
  const page = await situations.open({
    body: `${LATER}<header></header><main>${TARGET}</main>`,
    css: '.banner { height: 90px } main { text-align: center }',
    steps: [one],
  })
  await seeStep(page, 'One')
  await expectLit(page)
  await append(page, '#later', 'header')
  await expectLit(page)
  await page.setViewportSize({ width: 900, height: 500 })
  await expectLit(page)
})

test('inside of what has a transform the light is where the target is', async () => {
  const page = await situations.open({
    body: `<main><div>${TARGET}</div></main>`,
    css: 'main { transform: translate(100px, 60px) } div { position: fixed; top: 30px; left: 30px }',
    steps: [one],
  })
  await seeStep(page, 'One')
  await expectLit(page)
})
