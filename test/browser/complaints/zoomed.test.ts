import { expect, test } from 'vitest'
import { boxOf } from '../ui/open-gallery'
import { airAround, moving, seeStep, useSituations } from './use-situations'

const situations = useSituations()

test.each([
  ['the document is zoomed', 'html { zoom: 1.5 }'],
  ['the body is zoomed', 'body { zoom: .8 }'],
  ['the body is scaled', 'body { transform: scale(.8) translateY(50px); transform-origin: 0 0 }'],
])('the tooltip stands at its target when %s', async (_how, css) => {
  const page = await situations.open({
    body: '<p></p><button id="target">Target</button>',
    css: `body { text-align: center } p { height: 200px } ${css}`,
    steps: [{ id: 'one', target: '#target', title: 'One', placement: 'bottom' }],
  })
  await seeStep(page, 'One')
  await expect.poll(() => moving(page)).toBe(0)
  const target = await boxOf(page, '#target')
  const popover = await boxOf(page, '.popover')
  // Both are rounded to whole pixels.
  expect(Math.abs(popover.y - target.y - target.height - 12)).toBeLessThanOrEqual(1)
  expect(Math.abs(popover.x + popover.width / 2 - target.x - target.width / 2)).toBeLessThanOrEqual(1)
  expect(await airAround(page, target)).toEqual([4, 4, 4, 4])
})
