import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Step } from '../../../src/schema'
import { drawn, ready, refusal, seeStep, told, useSituations } from './use-situations'

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

  const awaited: [string, Step, Step][] = [
    ['without a target', { ...one, advance: { event: 'Saved' } }, { id: 'modal', title: 'Modal' }],
    [
      'with a target',
      { ...one, advance: { event: 'Saved' } },
      { id: 'modal', title: 'Modal', as: 'modal', target: '#plain' },
    ],
    [
      'in the middle, as its target is missing',
      { ...one, advance: { event: 'Saved' } },
      { id: 'modal', title: 'Modal', target: '#none', missing: 'center', waitSeconds: 0.1 },
    ],
  ]
  describe.each(awaited)('and a modal step %s that waits for the end', (_how, first, modal) => {
    const open = async () => {
      const page = await situations.open({
        body: field,
        steps: [first, { ...modal, advance: { event: 'Saved again' } }, { id: 'last', title: 'Last' }],
      })
      await seeStep(page, 'One')
      await page.locator('#item').focus()
      await page.keyboard.type('abc')
      await page.evaluate(() => (window.handrail as Handrail).track('Saved'))
      await page.keyboard.type('def', { delay: 60 })
      return page
    }
    const viewed = async (page: Page) => (await told(page, 'Step Viewed')).map(({ step_id }) => step_id)

    test('is told of when it is seen', async () => {
      const page = await open()
      expect(await told(page, 'Step Completed')).toMatchObject([{ step_id: 'one' }])
      expect(await viewed(page)).toEqual(['one'])
      await seeStep(page, 'Modal')
      await expect.poll(() => viewed(page)).toEqual(['one', 'modal'])
    })

    test('is told of when it is seen after a reload', async () => {
      const page = await open()
      await page.reload()
      await seeStep(page, 'Modal')
      await expect.poll(() => viewed(page)).toEqual(['modal'])
    })

    test('is passed over, untold, when the user has done by then what it asks for', async () => {
      const page = await open()
      await page.evaluate(() => (window.handrail as Handrail).track('Saved again'))
      await seeStep(page, 'Last')
      await expect.poll(() => viewed(page)).toEqual(['one', 'last'])
      expect(await told(page, 'Step Completed')).toHaveLength(1)
    })
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
