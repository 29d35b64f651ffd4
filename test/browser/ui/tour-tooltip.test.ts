import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { boxOf, overlaps, PHONE, show, useGallery } from './open-gallery'

const NEW = '[data-tour=new-project]'
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const step = (more: Partial<Step> = {}): Step => ({ id: 'one', target: NEW, title: 'One', ...more })
const two: Step = { id: 'two', target: '#third', title: 'Two' }

const pages = useGallery()

describe('a tooltip', () => {
  test('stands beside its target, with the arrow on the middle of it', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    const target = await boxOf(page, NEW)
    await expect
      .poll(async () => Math.round((await boxOf(page, '.popover')).y - target.y - target.height))
      .toBe(12)
    expect(overlaps(target, await boxOf(page, '.popover'))).toBe(false)
    const arrow = await boxOf(page, '.arrow')
    expect(arrow.x + arrow.width / 2).toBeCloseTo(target.x + target.width / 2, 0)
  })

  test('is there in the first frame, not faded out', async () => {
    const page = await pages.open()
    const opacity = await page.evaluate(async (guide) => {
      gallery.show(guide)
      await new Promise(requestAnimationFrame)
      const card = document.querySelector('handrail-root')?.shadowRoot?.querySelector('.popover .card')
      return card ? Number(getComputedStyle(card).opacity) : 0
    }, tour(step()))
    expect(opacity).toBeGreaterThan(0.05)
  })

  test('is read from its beginning at every step', async () => {
    const page = await pages.open('', { viewport: { width: 800, height: 300 } })
    const long = { target: NEW, body: 'A line.\n\n'.repeat(30) }
    await show(page, tour({ ...long, id: 'one', title: 'One' }, { ...long, id: 'two', title: 'Two' }))
    const scroller = page.locator('.popover .scroll')
    await scroller.evaluate((element) => element.scrollTo(0, 200))
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(200)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  })

  test('flips when its side has no room, and mirrors from right to left', async () => {
    const page = await pages.open()
    await show(page, tour(step({ placement: 'top' })))
    expect(await page.locator('.popover').getAttribute('data-side')).toBe('bottom')
    const rtl = await pages.open()
    await show(rtl, tour(step({ target: '#search', placement: 'right' })), { locale: 'fa' })
    const [target, popover] = [await boxOf(rtl, '#search'), await boxOf(rtl, '.popover')]
    expect(await rtl.locator('.popover').getAttribute('data-side')).toMatch(/left|bottom/)
    expect(popover.x).toBeLessThan(target.x + target.width)
  })

  test('follows a target that moves, and nothing runs once it is still', async () => {
    const page = await pages.open()
    await show(page, tour(step()))
    const gap = async () => {
      const target = await boxOf(page, NEW)
      return Math.round((await boxOf(page, '.popover')).y - target.y - target.height)
    }
    await expect.poll(gap).toBe(12)
    const before = await boxOf(page, NEW)
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('main')?.style.setProperty('padding-top', '124px')
    })
    expect((await boxOf(page, NEW)).y - before.y).toBe(100)
    await expect.poll(gap).toBe(12)
    const frames = await page.evaluate(async () => {
      const wait = (count: number): Promise<void> =>
        new Promise((resolve) => {
          const tick = (left: number) => (left ? original(() => tick(left - 1)) : resolve())
          tick(count)
        })
      const original = window.requestAnimationFrame.bind(window)
      await wait(30)
      let asked = 0
      window.requestAnimationFrame = (callback) => {
        asked++
        return original(callback)
      }
      await wait(30)
      return asked
    })
    expect(frames).toBe(0)
  })

  test('points at what is deep inside nested scrollers, brought into view under a sticky header', async () => {
    const page = await pages.open()
    await show(page, tour(step({ target: '#deep' }), step({ id: 'two', target: '#below', title: 'Two' })))
    expect(overlaps(await boxOf(page, '#deep'), await boxOf(page, '#scroller'))).toBe(true)
    expect(overlaps(await boxOf(page, '#deep'), await boxOf(page, '.popover'))).toBe(false)
    await page
      .getByRole('button', { name: 'Done' })
      .or(page.getByRole('button', { name: 'Next' }))
      .click()
    const below = await boxOf(page, '#below')
    const bar = await boxOf(page, 'header.bar')
    expect(below.y).toBeGreaterThanOrEqual(bar.y + bar.height)
    expect(below.y + below.height).toBeLessThanOrEqual(900)
  })

  test('becomes a sheet on a phone that does not cover its target', async () => {
    const page = await pages.open('', PHONE)
    await show(page, tour(step({ target: '#below' }), step({ id: 'two', target: '#pinned', title: 'Two' })))
    expect(overlaps(await boxOf(page, '#below'), await boxOf(page, '.popover'))).toBe(false)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect(overlaps(await boxOf(page, '#pinned'), await boxOf(page, '.popover'))).toBe(false)
  })
})
