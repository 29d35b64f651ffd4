import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { drawn, refusal, seeStep, useSituations } from './use-situations'

const situations = useSituations()

const TARGET = '<button id="target">Target</button>'
const one: Step = { id: 'one', target: '#target', title: 'One' }

const ways: [string, string, string, (page: Page) => unknown, (page: Page) => unknown][] = [
  [
    'the width of the window',
    `<main>${TARGET}</main>`,
    '@media (width > 1300px) { main { display: none } }',
    (page) => page.setViewportSize({ width: 1400, height: 800 }),
    (page) => page.setViewportSize({ width: 1200, height: 800 }),
  ],
  [
    'a box that is ticked',
    `<input type="checkbox"><main>${TARGET}</main>`,
    ':checked ~ main { display: none }',
    (page) => page.locator('input').check(),
    (page) => page.locator('input').uncheck(),
  ],
  [
    'the pointer',
    `<nav>Menu<div>${TARGET}</div></nav>`,
    'nav { width: 200px } nav:not(:hover) div { display: none }',
    (page) => page.mouse.move(900, 700),
    (page) => page.mouse.move(10, 10),
  ],
]

test.each(ways)('a target is shown and hidden by %s', async (_what, body, css, hide, show) => {
  const page = await situations.open({ body, css, steps: [one] })
  await show(page)
  await seeStep(page, 'One')
  await hide(page)
  await expect.poll(() => page.locator('.popover').count()).toBe(0)
  await show(page)
  await seeStep(page, 'One')
})

test('a target that is there, but covered, costs nothing while nothing changes', async () => {
  const page = await situations.open({
    body: `${TARGET}<div></div>`,
    css: 'div { position: fixed; inset: 0; background: #eee }',
    steps: [one],
  })
  expect(await refusal(page, 'tour')).toBe('target')
  await drawn(page, 10)
  const asked = await page.evaluate(async () => {
    const original = window.requestAnimationFrame.bind(window)
    let count = 0
    window.requestAnimationFrame = (run) => {
      count++
      return original(run)
    }
    for (let frame = 0; frame < 20; frame++) await new Promise(original)
    return count
  })
  expect(asked).toBe(0)
})
