import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { press, seeStep, takesPointer, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#plain', title: 'One' }
const two: Step = { id: 'two', target: '#plain', title: 'Two' }
const run = (page: Page, script: string) => page.evaluate(script)

describe('what a host does with its page', () => {
  test.each([
    ['gets another body', 'document.body.replaceWith(next)'],
    ['empties its body', 'document.body.replaceChildren(...next.childNodes)'],
  ])('a tour goes on when it %s', async (_what, script) => {
    const page = await situations.open({ body: PLAIN, steps: [one, two] })
    await seeStep(page, 'One')
    await run(
      page,
      `const next = document.createElement('body'); next.append($('#plain').cloneNode(true)); ${script}`,
    )
    await expect.poll(() => takesPointer(page, 'handrail-root .popover .card')).toBe(true)
    await press(page, 'Next')
    await seeStep(page, 'Two')
  })

  test('a tooltip can be used when a part of it is shown in full screen, and afterwards', async () => {
    const page = await situations.open({
      body: `<main>${PLAIN}<button id="full">Full screen</button></main>`,
      css: 'main { background: #fff; text-align: center }',
      script: `$('#full').addEventListener('click', () => $('main').requestFullscreen())`,
      steps: [one, two],
    })
    await seeStep(page, 'One')
    await page.locator('#full').press('Enter')
    await page.waitForFunction(() => document.fullscreenElement !== null)
    await expect.poll(() => takesPointer(page, 'handrail-root .popover .card')).toBe(true)
    await press(page, 'Next')
    await seeStep(page, 'Two')
    await page.evaluate(() => document.exitFullscreen())
    await expect.poll(() => run(page, `$('handrail-root').parentElement.localName`)).toBe('body')
    await press(page, 'Done')
  })
})
