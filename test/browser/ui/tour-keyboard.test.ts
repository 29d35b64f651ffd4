import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { focusOf, logOf, show, useGallery } from './open-gallery'

const NEW = '[data-tour=new-project]'
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const step = (more: Partial<Step> = {}): Step => ({ id: 'one', target: NEW, title: 'One', ...more })
const two: Step = { id: 'two', target: '#third', title: 'Two' }

const pages = useGallery()

describe('keyboard and focus', () => {
  test('arrows step, but not while the focus is in a field', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    await page.locator('#search').focus()
    await page.keyboard.type('ab')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('heading', { name: 'One' }).count()).toBe(1)
    expect(await focusOf(page)).toBe('search')
    await page.locator('#search').blur()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { name: 'One' }).waitFor()
  })

  test('a tooltip never takes the focus; F6 goes to it and back, Escape closes', async () => {
    const page = await pages.open()
    await page.locator('#search').focus()
    await show(page, tour(step(), two))
    expect(await focusOf(page)).toBe('search')
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toContain('step')
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toBe('search')
    await page.keyboard.press('F6')
    await page.keyboard.press('Escape')
    expect((await logOf(page)).at(-1)).toMatchObject({
      call: 'close',
      name: 'dismissed',
      data: { how: 'escape' },
    })
    expect(await focusOf(page)).toBe('search')
  })

  test('F6 leaves the tooltip for the page where nothing had the focus, but no modal step', async () => {
    const page = await pages.open()
    await show(page, tour(step(), { id: 'two', title: 'Two' }))
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toContain('step')
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toBe('body')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    await page.keyboard.press('F6')
    expect(await focusOf(page)).toContain('step')
  })

  test('is announced politely', async () => {
    const page = await pages.open()
    await show(page, tour(step({ body: 'All **about** [it](/help)' })))
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toBe('One. All about it')
  })

  test('a modal step keeps the focus and gives it back', async () => {
    const page = await pages.open()
    await page.locator('#search').focus()
    await show(page, tour({ id: 'one', title: 'One', body: '[Link](/x)' }))
    expect(await page.getByRole('dialog').getAttribute('aria-labelledby')).toBe('title')
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab')
      const isOut = await page.evaluate(
        () => !['HANDRAIL-ROOT', 'BODY', 'HTML'].includes(document.activeElement?.tagName ?? ''),
      )
      expect(isOut).toBe(false)
    }
    await page.keyboard.press('Escape')
    expect(await focusOf(page)).toBe('search')
  })

  test('goes from step to step with the user', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    await page.getByRole('button', { name: 'Next' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect(await focusOf(page)).toContain('step')
  })
})
