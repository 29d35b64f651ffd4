import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { press, refusal, seeStep, takesPointer, told, useSituations } from './use-situations'

const situations = useSituations()

const FIELD = '<p><input name="title"></p>'
const COMPONENT = `<x-dialog><template shadowrootmode="open"><dialog>${FIELD}<button>Save</button></dialog></template></x-dialog>`
const IN_COMPONENT = `$('x-dialog').shadowRoot.querySelector('dialog')`
const INPUT = 'x-dialog >>> input'

const one = (target: string): Step => ({ id: 'one', target, title: 'One' })
const two: Step = { id: 'two', target: '#plain', title: 'Two' }
const run = (page: Page, script: string) => page.evaluate(script)

describe('a modal dialog inside a component', () => {
  test('keeps away what does not belong to it, until it is closed', async () => {
    const page = await situations.open({
      body: `${COMPONENT}<button id="plain">Plain</button>`,
      script: `${IN_COMPONENT}.showModal()`,
      config: { announcements: [{ id: 'news', title: 'News' }] },
    })
    expect(await refusal(page, 'news')).toBe('free')
    await run(page, `${IN_COMPONENT}.close()`)
    await seeStep(page, 'News')
  })

  test('has the tour above and inside of it, and its field keeps the focus', async () => {
    const page = await situations.open({
      body: `${COMPONENT}<button id="plain">Plain</button>`,
      script: `${IN_COMPONENT}.showModal()`,
      steps: [one(INPUT), two],
    })
    await seeStep(page, 'One')
    await page.locator('input').click()
    await page.keyboard.type('Website')
    expect(await page.locator('input').inputValue()).toBe('Website')
    expect(await takesPointer(page, 'handrail-root .popover .card')).toBe(true)
    await run(page, `${IN_COMPONENT}.close()`)
    await expect.poll(() => page.locator('.popover').count()).toBe(0)
    await run(page, `${IN_COMPONENT}.showModal()`)
    await seeStep(page, 'One')
  })

  test('that opens under a tour goes on with the tour above it', async () => {
    const page = await situations.open({
      body: `${COMPONENT}<button id="plain">Plain</button>`,
      steps: [one('#plain')],
    })
    await seeStep(page, 'One')
    await run(page, `${IN_COMPONENT}.showModal()`)
    await expect.poll(() => takesPointer(page, 'handrail-root .popover .card')).toBe(true)
    await press(page, 'Done')
    await expect.poll(() => told(page, 'Guide Completed')).toHaveLength(1)
  })
})

test('a dialog that is kept in the page, unseen, keeps nothing away', async () => {
  const page = await situations.open({
    body: '<div role="dialog" aria-modal="true">Sure?</div>',
    css: '[role=dialog] { position: fixed; inset: 0; opacity: 0; pointer-events: none }',
    config: { announcements: [{ id: 'news', title: 'News' }] },
  })
  await seeStep(page, 'News')
})

test('a dialog of other elements that is hidden by a class lets a guide come', async () => {
  const page = await situations.open({
    body: '<div role="dialog" aria-modal="true">Sure?</div>',
    css: '.closed { display: none }',
    config: { announcements: [{ id: 'news', title: 'News' }] },
  })
  expect(await refusal(page, 'news')).toBe('free')
  await run(page, `$('[role=dialog]').className = 'closed'`)
  await seeStep(page, 'News')
})

test('the focus trap and the Escape of a dialog made of other elements go on working', async () => {
  const page = await situations.open({
    body: '<div role="dialog" aria-modal="true"><input><button>Save</button></div><button id="plain">Plain</button>',
    css: '[role=dialog] { position: fixed; inset: 20% 20% auto; padding: 60px; background: #fff }',
    script: `
      window.dialog = $('[role=dialog]')
      addEventListener('focusin', ({ target }) => dialog.isConnected && !dialog.contains(target) && dialog.querySelector('input').focus())
      addEventListener('keydown', ({ key }) => key === 'Escape' && dialog.remove())
      dialog.querySelector('input').focus()`,
    steps: [one('[role=dialog] input'), { ...one('[role=dialog] button'), id: 'save', title: 'Save' }, two],
  })
  await seeStep(page, 'One')
  await page.keyboard.type('Website')
  expect(await page.locator('input').inputValue()).toBe('Website')
  await press(page, 'Next')
  await seeStep(page, 'Save')
  expect(await run(page, 'document.activeElement.localName')).toBe('input')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.popover').count()).toBe(0)
  // The dialog is closed, the tour is not: it goes on when its target is there again.
  await run(page, 'document.body.append(dialog)')
  await seeStep(page, 'Save')
})

test('a menu of the host stays open while a tour points at what is in it', async () => {
  const page = await situations.open({
    body: '<button popovertarget="menu">Menu</button><div id="menu" popover><button id="a">A</button><button id="b">B</button></div>',
    steps: [
      { ...one('#a'), before: { click: '[popovertarget]' } },
      { id: 'two', target: '#b', title: 'Two' },
    ],
    tour: { when: { code: true } },
  })
  await run(page, `handrail.start('tour')`)
  await seeStep(page, 'One')
  expect(await takesPointer(page, 'handrail-root .popover .card')).toBe(true)
  await press(page, 'Next')
  await seeStep(page, 'Two')
  expect(await page.locator('#menu').evaluate((menu) => menu.matches(':popover-open'))).toBe(true)
})
