import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { drawn, ready, refusal, seeStep, useSituations } from './use-situations'

const situations = useSituations()

const PLAIN = '<button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#item', title: 'One' }

describe('who is writing', () => {
  const field = `${PLAIN}<input id="item">`

  test.each([
    ['by an event', { ...one, advance: { event: 'Saved' } }, `handrail.track('Saved')`, {}],
    ['with another page', one, `history.pushState(null, '', '/next')`, { page: '/next' }],
  ])('is not interrupted by a modal step that comes %s', async (_how, first, script, second) => {
    const page = await situations.open({
      body: field,
      steps: [first, { id: 'modal', title: 'Modal', ...second }],
    })
    await seeStep(page, 'One')
    if ('page' in second) await page.getByRole('button', { name: 'Next' }).click()
    await page.locator('#item').focus()
    await page.keyboard.type('abc')
    await page.evaluate(script)
    await page.keyboard.type('def', { delay: 50 })
    expect(await page.locator('#item').inputValue()).toBe('abcdef')
    await seeStep(page, 'Modal')
  })

  test('meets a modal step at once when they ask for it', async () => {
    const page = await situations.open({ body: field, steps: [one, { id: 'modal', title: 'Modal' }] })
    await page.clock.install()
    await page.reload()
    await seeStep(page, 'One')
    await page.locator('#item').focus()
    await page.keyboard.type('abc')
    // No time passes for the page: nothing could have waited.
    await page.getByRole('button', { name: 'Next' }).click()
    await seeStep(page, 'Modal')
  })

  test('is not interrupted in an editor that is a frame', async () => {
    const page = await situations.open({
      body: '<iframe src="/frame"></iframe>',
      frame: '<textarea></textarea>',
      config: { announcements: [{ id: 'news', title: 'News', when: { event: 'Saved' } }] },
    })
    await ready(page)
    await page.frameLocator('iframe').locator('textarea').focus()
    await page.keyboard.type('abc')
    await page.evaluate(() => {
      if (window.handrail && 'track' in window.handrail) window.handrail.track('Saved')
    })
    await drawn(page)
    expect(await refusal(page, 'news')).toBe('free')
    await seeStep(page, 'News')
  })
})
