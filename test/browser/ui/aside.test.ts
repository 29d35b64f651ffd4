import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Checklist, Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { boxOf, colorsAt, DESKTOP, focusOf, PHONE, show, useGallery } from './open-gallery'

const checklist = (more: Partial<Checklist> = {}): Guide => ({
  kind: 'checklist',
  guide: {
    id: 'list',
    title: 'List',
    open: false,
    items: [{ id: 'a', title: 'A', done: { event: 'Never' } }],
    ...more,
  },
})
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const slideout: Step = { id: 'slideout', as: 'slideout', title: 'In the corner' }
const modal: Step = { id: 'modal', as: 'modal', title: 'In the middle' }
const survey: Guide = {
  kind: 'survey',
  guide: { id: 'nps', questions: [{ id: 'score', type: 'nps', title: 'How likely?' }] },
}

/** Whether the checklist is out of sight, and out of reach of pointer, keyboard and screen reader. */
const isAway = (page: Page) =>
  page.locator('.launcher').evaluate((launcher) => {
    const away = launcher.closest('[inert]')
    return away !== null && getComputedStyle(away).opacity === '0'
  })

/** Classes of what Tab reaches, until it is outside of the document again. */
async function reached(page: Page): Promise<string[]> {
  const stops: string[] = []
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab')
    stops.push(await focusOf(page))
  }
  return stops
}

const pages = useGallery()

describe('a checklist', () => {
  test.each([
    { over: 'a slideout', guide: tour(slideout) },
    { over: 'a survey', guide: survey },
  ])('gives way to $over in its corner, whichever came first, and comes back', async ({ guide }) => {
    for (const order of ['checklist first', 'checklist last']) {
      const page = await pages.open()
      const guides = order === 'checklist first' ? [checklist(), guide] : [guide, checklist()]
      for (const one of guides) await show(page, one)
      await expect.poll(() => isAway(page)).toBe(true)
      expect(await reached(page)).not.toContainEqual(expect.stringContaining('launcher'))
      await page.getByRole('button', { name: 'Close' }).click()
      await expect.poll(() => isAway(page)).toBe(false)
      expect(await reached(page)).toContainEqual(expect.stringContaining('launcher'))
    }
  })

  test('gives way from step to step', async () => {
    const page = await pages.open()
    await show(page, checklist())
    await show(page, tour(modal, slideout, { id: 'one', target: '#search', title: 'One' }))
    for (const [title, away] of [
      ['In the middle', false],
      ['In the corner', true],
      ['One', false],
    ] as const) {
      await page.getByRole('dialog', { name: title }).waitFor()
      await expect.poll(() => isAway(page)).toBe(away)
      await page.getByRole('button', { name: /Next|Done/ }).click()
    }
  })

  test('gives way where the window is too narrow for both', async () => {
    const page = await pages.open()
    await show(page, checklist({ launcher: 'bottom-start' }))
    await show(page, tour(slideout))
    for (const { viewport } of [DESKTOP, PHONE, DESKTOP]) {
      await page.setViewportSize(viewport)
      await expect.poll(() => isAway(page)).toBe(viewport === PHONE.viewport)
    }
  })

  test('is dimmed by a modal step as the page is, whichever came first', async () => {
    for (const order of ['checklist first', 'checklist last']) {
      const page = await pages.open('', { ...DESKTOP, reducedMotion: 'reduce' })
      const guides = order === 'checklist first' ? [checklist(), tour(modal)] : [tour(modal), checklist()]
      for (const guide of guides) await show(page, guide)
      const { x, y, height } = await boxOf(page, '.launcher')
      const surface = async () => (await colorsAt(page, [{ x: x + 6, y: y + height / 2 }]))[0]?.[0]
      await expect.poll(surface).toBeLessThan(200)
      expect(await focusOf(page)).toContain('modal')
      await page.getByRole('button', { name: 'Done' }).click()
      await expect.poll(surface).toBe(255)
    }
  })
})
