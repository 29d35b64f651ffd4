import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { drawn, moving, PHONE, press, seeStep, told, useSituations } from './use-situations'

const situations = useSituations()

const one: Step = { id: 'one', target: '#plain', title: 'One' }
const two: Step = { id: 'two', target: '#plain', title: 'Two' }
const run = (page: Page, script: string) => page.evaluate(script)

/** A product that draws the target anew with every change of its data, as frameworks do where keys change. */
const busy = {
  body: '<button id="plain">Plain</button><i></i>',
  css: 'i { display: block; height: 3000px }',
  script: `window.redraw = () => {
    const next = document.createElement('button')
    next.id = next.textContent = 'plain'
    $('#plain').replaceWith(next)
  }`,
  steps: [one, two],
}

describe('while its target is drawn anew all the time', () => {
  test('a tooltip keeps the focus on the button that has it', async () => {
    const page = await situations.open(busy)
    await seeStep(page, 'One')
    const next = page.locator('handrail-root').getByRole('button', { name: 'Next' })
    await next.focus()
    await run(page, 'redraw()')
    await drawn(page)
    expect(
      await next.evaluate((button) => button === (button.getRootNode() as ShadowRoot).activeElement),
    ).toBe(true)
    await page.keyboard.press('Enter')
    await seeStep(page, 'Two')
  })

  test('a tooltip neither flickers nor is read out again', async () => {
    const page = await situations.open(busy)
    await seeStep(page, 'One')
    await page.locator('[role=status]').getByText('One').waitFor({ state: 'attached' })
    await expect.poll(() => moving(page)).toBe(0)
    const seen = await page.evaluate(async () => {
      const root = document.querySelector('handrail-root')?.shadowRoot
      const popover = root?.querySelector('.popover')
      const status = root?.querySelector('[role=status]')
      let words = 0
      if (status) new MutationObserver(() => words++).observe(status, { childList: true })
      let opacity = 1
      for (let frame = 0; frame < 30; frame++) {
        if (frame % 6 === 0) Object.getOwnPropertyDescriptor(window, 'redraw')?.value()
        await new Promise(requestAnimationFrame)
        if (popover) opacity = Math.min(opacity, Number(getComputedStyle(popover).opacity))
      }
      return { opacity, words }
    })
    expect(seen).toEqual({ opacity: 1, words: 0 })
    expect(await told(page, 'Step Viewed')).toHaveLength(1)
  })

  test.each([
    ['a desktop', {}],
    ['a phone', PHONE],
  ])('the page of %s can be scrolled away from it', async (_where, options) => {
    const page = await situations.open(busy, options)
    await seeStep(page, 'One')
    await run(page, 'scrollTo(0, 800); redraw()')
    await drawn(page)
    expect(await run(page, 'scrollY')).toBe(800)
  })

  test('it can be used, and leads on', async () => {
    const page = await situations.open({ ...busy, steps: [{ ...one, advance: { click: true } }, two] })
    await seeStep(page, 'One')
    await run(page, 'redraw()')
    await drawn(page)
    await page.locator('#plain').click()
    await seeStep(page, 'Two')
    await expect.poll(() => told(page, 'Step Completed')).toMatchObject([{ how: 'click' }])
  })
})

test('a second highlight is lit when it comes late, and when it is drawn anew', async () => {
  const page = await situations.open({
    ...busy,
    body: `${busy.body}<template id="later"><p id="also">Also</p></template>`,
    steps: [{ ...one, highlight: ['#also'] }],
  })
  const lights = async () => (await page.locator('path.rim').getAttribute('d'))?.split('M').length
  await seeStep(page, 'One')
  expect(await lights()).toBe(2)
  await run(page, `$('#plain').after(copyOf('#later'))`)
  await expect.poll(lights).toBe(3)
  await run(page, `$('#also').replaceWith(copyOf('#later'))`)
  await drawn(page)
  await expect.poll(lights).toBe(3)
})

test('a tooltip becomes a sheet and back when the device is turned', async () => {
  const page = await situations.open(busy, { viewport: { width: 800, height: 400 } })
  await seeStep(page, 'One')
  await page.setViewportSize({ width: 400, height: 800 })
  await page.locator('.popover.on-phone').waitFor()
  await page.setViewportSize({ width: 800, height: 400 })
  await expect.poll(() => page.locator('.popover.on-phone').count()).toBe(0)
  await press(page, 'Next')
  await seeStep(page, 'Two')
})
