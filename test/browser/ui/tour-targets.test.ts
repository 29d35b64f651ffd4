import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { boxOf, logOf, overlaps, show, storyOf, useGallery } from './open-gallery'

const NEW = '[data-tour=new-project]'
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const step = (more: Partial<Step> = {}): Step => ({ id: 'one', target: NEW, title: 'One', ...more })
const two: Step = { id: 'two', target: '#third', title: 'Two' }

const pages = useGallery()

describe('targets', () => {
  test('the first visible locator wins, and one further down is told', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: ['#nowhere', { role: 'button', name: 'new project' }] })))
    const log = await logOf(page)
    expect(log.find(({ name }) => name === 'Target Healed')?.data).toMatchObject({ locator_index: 1 })
    await page.locator('.popover').waitFor()
  })

  test.each([
    ['text', { text: 'export' }, '#deep'],
    ['label', { role: 'textbox', name: 'Search' }, '#search'],
    ['tag and text', { text: 'Hiring', tag: 'h2' }, '#third h2'],
  ])('are found by %s', async (_how, target, selector) => {
    const page = await pages.open()
    await show(page, tour(step({ target })))
    const [lit, popover] = [await boxOf(page, selector), await boxOf(page, '.popover')]
    expect(Math.abs(popover.x + popover.width / 2 - (lit.x + lit.width / 2))).toBeLessThan(400)
    expect(await storyOf(page)).toContain('Step Viewed')
  })

  test('in shadow roots and frames are reached by >>>', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      const shadow = document.querySelector('#shadow-host')?.attachShadow({ mode: 'open' })
      const button = Object.assign(document.createElement('button'), { id: 'inner', textContent: 'Inner' })
      shadow?.append(button)
      const frame = Object.assign(document.createElement('iframe'), { id: 'frame', src: '/frame' })
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.querySelector('#late')?.append(frame)
      return loaded.then(() => {})
    })
    await show(
      page,
      tour(
        step({ target: '#shadow-host >>> #inner' }),
        step({ id: 'two', target: 'iframe#frame >>> #framed', title: 'Two' }),
      ),
    )
    expect(overlaps(await boxOf(page, '#inner'), await boxOf(page, '.popover'))).toBe(false)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    const gap = async () => {
      const framed = await page.frameLocator('#frame').locator('#framed').boundingBox()
      return framed && Math.round((await boxOf(page, '.popover')).y - framed.y - framed.height)
    }
    await expect.poll(gap).toBe(12)
  })

  test('that are late are waited for, by mutation', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: '#comes' })))
    expect(await page.locator('.popover').count()).toBe(0)
    await page.evaluate(() => {
      const button = Object.assign(document.createElement('button'), { id: 'comes', textContent: 'Here' })
      document.querySelector('#late')?.append(button)
    })
    await page.locator('.popover').waitFor()
    expect(await storyOf(page)).toEqual(['Guide Shown', 'Step Viewed'])
  })

  test('what a step has to tell waits for its frame, but not when the page is left', async () => {
    const page = await pages.open()
    const told = await page.evaluate((guide) => {
      gallery.show(guide)
      const names = () => gallery.hosts[0]?.log.flatMap(({ call, name }) => (call === 'track' ? [name] : []))
      const atOnce = names()
      window.dispatchEvent(new PageTransitionEvent('pagehide'))
      return [atOnce, names()]
    }, tour(step()))
    expect(told).toEqual([[], ['Guide Shown', 'Step Viewed']])
  })

  test('that do not come are passed over and told, and nothing stays on the screen', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: '#never', waitSeconds: 0.1 }), two))
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    const log = await logOf(page)
    expect(log.find(({ name }) => name === 'Guide Failed')?.data).toMatchObject({
      step_id: 'one',
      reason: 'target_missing',
      tried: '#never',
    })
    await page.evaluate(
      (guide) => gallery.show(guide),
      tour(step({ target: '#never', waitSeconds: 0.1, missing: 'end' })),
    )
    await expect.poll(async () => (await storyOf(page)).at(-1)).toBe('failed')
    expect(await page.locator('handrail-root').count()).toBe(1)
  })

  test('drawn anew by a framework keep their tooltip; removed ones are waited for', async () => {
    const page = await pages.open()
    await show(page, tour(step({ waitSeconds: 5 })))
    await page.evaluate((selector) => {
      const old = document.querySelector(selector)
      old?.replaceWith(Object.assign(old.cloneNode(true), { className: 'again' }))
    }, NEW)
    await expect.poll(() => page.locator('.popover').count()).toBe(1)
    await page.evaluate((selector) => document.querySelector(selector)?.remove(), NEW)
    await expect.poll(() => page.locator('.popover').count()).toBe(0)
    expect(await storyOf(page)).toEqual(['Guide Shown', 'Step Viewed'])
  })

  test('on a page that throws end the tour with what it threw, and nothing stays on the screen', async () => {
    const page = await pages.open()
    const breakPage = () =>
      page.evaluate(() => {
        HTMLElement.prototype.showPopover = document.elementFromPoint = () => {
          throw new Error('broken')
        }
      })
    const failure = async () => (await logOf(page)).findLast(({ call }) => call === 'close')
    await show(page, tour(step(), two))
    await breakPage()
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await failure()).toMatchObject({
      name: 'failed',
      data: { step_id: 'two', reason: 'error', error: 'Error: broken' },
    })
    await show(page, tour({ id: 'one', title: 'One' }))
    expect(await failure()).toMatchObject({ name: 'failed', data: { step_id: 'one', reason: 'error' } })
    expect(await page.locator('handrail-root').count()).toBe(0)
    expect(await storyOf(page)).toEqual(['Guide Shown', 'Step Viewed', 'Step Completed', 'failed', 'failed'])
  })

  test('that nobody can see do not count', async () => {
    const page = await pages.open()
    await page.evaluate(() => {
      for (const [id, style] of [
        ['a', 'opacity'],
        ['b', 'visibility'],
        ['c', 'position'],
      ] as const) {
        const button = Object.assign(document.createElement('button'), { id, textContent: id })
        if (style === 'opacity') button.style.opacity = '0'
        if (style === 'visibility') button.style.visibility = 'hidden'
        if (style === 'position') Object.assign(button.style, { position: 'absolute', left: '-9999px' })
        document.querySelector('#late')?.append(button)
      }
    })
    await show(page, tour(step({ target: ['#a', '#b', '#c', NEW] })))
    expect((await logOf(page)).find(({ name }) => name === 'Target Healed')?.data).toMatchObject({
      locator_index: 3,
    })
  })
})
