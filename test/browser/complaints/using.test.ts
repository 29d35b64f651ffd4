import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { refusal, seeStep, told, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#item', title: 'One' }
const two: Step = { id: 'two', target: '#plain', title: 'Two' }

describe('a step that waits for a click goes on', () => {
  test.each(['pointerdown', 'mousedown', 'pointerup', 'click'])(
    'when the target acts and vanishes at %s',
    async (type) => {
      const page = await situations.open({
        body: `${PLAIN}<p><button id="item">Item</button></p>`,
        script: `$('#item').addEventListener('${type}', ({ currentTarget }) => currentTarget.remove())`,
        steps: [{ ...one, advance: { click: true } }, two],
      })
      await seeStep(page, 'One')
      const { x = 0, y = 0 } = (await page.locator('#item').boundingBox()) ?? {}
      await page.mouse.click(x + 5, y + 5)
      await seeStep(page, 'Two')
      await expect.poll(() => told(page, 'Step Completed')).toMatchObject([{ how: 'click' }])
    },
  )
})

test('a blocked target is of no use for the keyboard either, which leads on from it', async () => {
  const page = await situations.open({
    body: `${PLAIN}<input id="item" value="a">`,
    steps: [{ ...one, block: true }, two],
  })
  await seeStep(page, 'One')
  await page.locator('#item').focus()
  await page.keyboard.type('bc')
  expect(await page.locator('#item').inputValue()).toBe('a')
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('plain')
  await page.locator('#item').focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => told(page, 'Guide Dismissed')).toMatchObject([{ how: 'escape' }])
})

test('a word that is being composed is no answer yet, however long that takes', async () => {
  const page = await situations.open({
    body: `${PLAIN}<input id="item">`,
    steps: [{ ...one, advance: { input: true } }, two],
  })
  await page.clock.install()
  await page.reload()
  await seeStep(page, 'One')
  await page.locator('#item').focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await page.clock.fastForward(3000)
  expect(await told(page, 'Step Completed')).toEqual([])
  await session.send('Input.insertText', { text: '日本' })
  await page.clock.fastForward(1000)
  await seeStep(page, 'Two')
})

test('what opens the place of a target may be drawn in SVG', async () => {
  const page = await situations.open({
    body: '<svg id="open" width="40" height="40"><rect width="40" height="40"/></svg><p hidden><button id="item">Item</button></p>',
    script: `$('#open').addEventListener('click', () => { $('p').hidden = false })`,
    steps: [{ ...one, before: { click: '#open' } }],
  })
  await seeStep(page, 'One')
})

test('a target in a component whose script comes late is found', async () => {
  const page = await situations.open({
    body: `${PLAIN}<x-late></x-late>`,
    steps: [{ ...one, target: 'x-late >>> button' }],
  })
  expect(await refusal(page, 'tour')).toBe('target')
  await page.evaluate(() =>
    customElements.define(
      'x-late',
      class extends HTMLElement {
        constructor() {
          super()
          const button = Object.assign(document.createElement('button'), { textContent: 'Late' })
          this.attachShadow({ mode: 'open' }).append(button)
        }
      },
    ),
  )
  await seeStep(page, 'One')
})
