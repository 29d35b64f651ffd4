import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { drawn, press, seeStep, told, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#plain', title: 'One' }
const two: Step = { id: 'two', target: '#plain', title: 'Two' }
const run = (page: Page, script: string) => page.evaluate(script)
const focusedIn = (page: Page) => run(page, 'document.activeElement.localName')

describe('what a host listens to', () => {
  test.each(['pointerdown', 'mousedown', 'click', 'focusin'])(
    'a menu that closes by %s outside of it stays open while its tooltip is used',
    async (type) => {
      const page = await situations.open({
        body: `<div id="menu">${PLAIN}</div>`,
        script: `document.addEventListener('${type}', ({ target }) => { if (!$('#menu').contains(target)) $('#menu').hidden = true }, true)`,
        steps: [one, two],
      })
      await seeStep(page, 'One')
      await press(page, 'Next')
      await seeStep(page, 'Two')
      expect(await page.locator('#menu').isVisible()).toBe(true)
      await press(page, 'Done')
    },
  )

  /** As the usual library does it: neither focus nor clicks outside of the dialog. */
  test('a focus trap that refuses clicks lets the tooltip be used, and goes on working', async () => {
    const page = await situations.open({
      body: '<div role="dialog" aria-modal="true"><input><button id="save">Save</button></div><button id="out">Out</button>',
      css: '[role=dialog] { position: fixed; inset: 20% 20% auto; padding: 60px; background: #fff }',
      script: `const dialog = $('[role=dialog]')
        const on = (type, refuse) => document.addEventListener(type, (event) => { if (!dialog.contains(event.target)) refuse(event) }, true)
        on('focusin', (event) => { event.stopImmediatePropagation(); dialog.querySelector('input').focus() })
        on('mousedown', (event) => event.preventDefault())
        on('click', (event) => { event.preventDefault(); event.stopImmediatePropagation() })
        dialog.querySelector('input').focus()`,
      steps: [
        { ...one, target: '#save' },
        { ...two, target: '#save' },
      ],
    })
    await seeStep(page, 'One')
    await press(page, 'Next')
    await seeStep(page, 'Two')
    expect(await focusedIn(page)).toBe('input')
    await page.keyboard.press('F6')
    expect(await focusedIn(page)).toBe('handrail-root')
    await page.keyboard.press('F6')
    expect(await focusedIn(page)).toBe('input')
    await page.locator('#out').focus()
    expect(await focusedIn(page)).toBe('input')
  })

  test('shortcuts of the host are not taken from what is written in a survey', async () => {
    const page = await situations.open({
      body: PLAIN,
      script: `window.shortcuts = []
        for (const at of [document, window]) at.addEventListener('keydown', ({ key, target }) => { if (target.localName !== 'textarea') shortcuts.push(key) })`,
      config: { surveys: [{ id: 'why', questions: [{ id: 'why', type: 'text', title: 'Why?' }] }] },
    })
    await seeStep(page, 'Why?')
    await page.getByRole('textbox').focus()
    await page.keyboard.type('/n')
    expect(await page.getByRole('textbox').inputValue()).toBe('/n')
    expect(await run(page, 'shortcuts')).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => told(page, 'Survey Answered')).toMatchObject([{ answers: { why: '/n' } }])
  })

  test('what is clicked in a survey is chosen once, and a link in a text is followed once', async () => {
    const page = await situations.open({
      body: PLAIN,
      config: {
        surveys: [
          {
            id: 'nps',
            questions: [
              {
                id: 'uses',
                type: 'choices',
                title: 'Uses?',
                choices: ['A', 'B'].map((label) => ({ id: label.toLowerCase(), label })),
              },
              {
                id: 'more',
                type: 'statement',
                title: 'More',
                body: 'All [about it](http://127.0.0.1:9/about)',
              },
            ],
          },
        ],
      },
    })
    await seeStep(page, 'Uses?')
    await page.getByText('A', { exact: true }).click()
    expect(await page.getByRole('checkbox', { name: 'A' }).isChecked()).toBe(true)
    await press(page, 'Next')
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: 'about it' }).click()
    const about = await opened
    await drawn(page)
    expect(page.context().pages()).toHaveLength(2)
    await about.close()
  })
})
