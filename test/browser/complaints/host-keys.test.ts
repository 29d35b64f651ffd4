import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { drawn, seeStep, told, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#plain', title: 'One' }
const two: Step = { id: 'two', target: '#plain', title: 'Two' }
const run = (page: Page, script: string) => page.evaluate(script)

describe('keys that belong to the host', () => {
  test('arrows in a grid, also where its cells are components', async () => {
    const page = await situations.open({
      body: `${PLAIN}<div role="grid"><x-cell><template shadowrootmode="open"><button>Cell</button></template></x-cell></div>`,
      steps: [one, two],
    })
    await seeStep(page, 'One')
    await page.getByRole('button', { name: 'Cell' }).press('ArrowRight')
    await drawn(page)
    expect(await told(page, 'Step Completed')).toEqual([])
  })

  test('arrows with Shift, which select', async () => {
    const page = await situations.open({ body: PLAIN, steps: [one, two] })
    await seeStep(page, 'One')
    await page.keyboard.press('Shift+ArrowRight')
    await drawn(page)
    expect(await told(page, 'Step Completed')).toEqual([])
  })

  test('Escape in a dialog, also where its field is a component', async () => {
    const page = await situations.open({
      body: `${PLAIN}<div role="dialog" id="dialog"><x-field><template shadowrootmode="open"><input></template></x-field></div>`,
      script: `addEventListener('keydown', ({ key }) => { if (key === 'Escape') $('#dialog').hidden = true })`,
      steps: [one],
    })
    await seeStep(page, 'One')
    await page.locator('input').press('Escape')
    expect(await page.locator('#dialog').isVisible()).toBe(false)
    await seeStep(page, 'One')
    expect(await told(page, 'Guide Dismissed')).toEqual([])
  })

  test('Escape in a popover', async () => {
    const page = await situations.open({
      body: `${PLAIN}<div id="menu" popover><button id="item">Item</button></div>`,
      steps: [one],
    })
    await seeStep(page, 'One')
    await run(page, `$('#menu').showPopover(); $('#item').focus()`)
    await page.keyboard.press('Escape')
    await expect.poll(() => run(page, `$('#menu').matches(':popover-open')`)).toBe(false)
    await seeStep(page, 'One')
    expect(await told(page, 'Guide Dismissed')).toEqual([])
  })

  test('keys of somebody who composes a word', async () => {
    const page = await situations.open({ body: PLAIN, steps: [one, two] })
    await seeStep(page, 'One')
    await page.evaluate(() => {
      for (const key of ['Escape', 'ArrowRight'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true }),
        )
    })
    await drawn(page)
    expect([...(await told(page, 'Guide Dismissed')), ...(await told(page, 'Step Completed'))]).toEqual([])
  })
})
