import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import type { Guide } from './gallery/gallery'
import { logOf, show, storyOf, useGallery } from './open-gallery'

const NEW = '[data-tour=new-project]'
const tour = (...steps: Step[]): Guide => ({ kind: 'tour', guide: { id: 'tour', steps } })
const step = (more: Partial<Step> = {}): Step => ({ id: 'one', target: NEW, title: 'One', ...more })
const two: Step = { id: 'two', target: '#third', title: 'Two' }

const pages = useGallery()

describe('going on', () => {
  test('by a click on the target, also when the click takes it away', async () => {
    const page = await pages.open()
    await show(page, tour(step({ advance: { click: true } }), two))
    expect(await page.getByRole('button', { name: 'Next' }).count()).toBe(0)
    await page.evaluate((selector) => {
      const button = document.querySelector(selector)
      button?.addEventListener('click', (event) => {
        event.stopImmediatePropagation()
        button.remove()
      })
    }, NEW)
    await page.locator(NEW).click()
    await page.getByRole('heading', { name: 'Two' }).waitFor()
    expect((await logOf(page)).find(({ name }) => name === 'Step Completed')?.data).toMatchObject({
      how: 'click',
    })
  })

  test('by an event, a filled field, a page and an element', async () => {
    const page = await pages.open()
    const four = tour(
      step({ advance: { event: 'Project Created' } }),
      step({ id: 'name', target: '#search', title: 'Name', advance: { input: true } }),
      step({ id: 'page', title: 'Page', advance: { page: '/reports' } }),
      step({ id: 'element', title: 'Element', advance: { element: '#arrives' } }),
      { id: 'end', title: 'End' },
    )
    await show(page, four)
    await page.evaluate(() => gallery.hosts[0]?.did('Project Created'))
    await page.getByRole('heading', { name: 'Name' }).waitFor()
    await page.locator('#search').fill('Website')
    await page.locator('#search').blur()
    await page.getByRole('heading', { name: 'Page' }).waitFor()
    await page.evaluate(() => gallery.hosts[0]?.went('/reports'))
    await page.getByRole('heading', { name: 'Element' }).waitFor()
    await page.evaluate(() => {
      document
        .querySelector('#late')
        ?.append(Object.assign(document.createElement('b'), { id: 'arrives', textContent: 'x' }))
    })
    await page.getByRole('heading', { name: 'End' }).waitFor()
    const hows = (await logOf(page))
      .filter(({ name }) => name === 'Step Completed')
      .map(({ data }) => (data as { how: string }).how)
    expect(hows).toEqual(['event', 'input', 'page', 'element'])
  })

  test('by buttons with actions, back, later and a branch', async () => {
    const page = await pages.open()
    const steps = tour(
      step({
        buttons: [
          { label: 'Read more', do: { open: '/help' } },
          { label: 'Jump', goto: 'three' },
        ],
      }),
      two,
      {
        id: 'three',
        title: 'Three',
        buttons: [
          { label: 'Back', do: 'back' },
          { label: 'Later', do: 'snooze' },
        ],
      },
    )
    await show(page, steps)
    await page.getByRole('button', { name: 'Read more' }).click()
    expect((await logOf(page)).at(-1)).toMatchObject({ call: 'act', data: { open: '/help' } })
    await page.getByRole('button', { name: 'Jump' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Jump' }).click()
    await page.getByRole('button', { name: 'Later' }).click()
    expect((await storyOf(page)).at(-1)).toBe('snoozed')
    expect(await page.locator('handrail-root').count()).toBe(0)
  })

  test('goes on where it was after a reload', async () => {
    const page = await pages.open()
    await show(page, tour(step(), two))
    await page.getByRole('button', { name: 'Next' }).click()
    const saved = (await logOf(page)).filter(({ call }) => call === 'save').at(-1)?.data
    const later = await pages.open()
    await show(later, tour(step(), two), { saved })
    await later.getByRole('heading', { name: 'Two' }).waitFor()
    expect(await storyOf(later)).toEqual([])
  })

  test('a blocked target takes no click, an open one does', async () => {
    const page = await pages.open()
    const hits = () =>
      page.evaluate((selector) => {
        const rect = document.querySelector(selector)?.getBoundingClientRect()
        return rect ? document.elementFromPoint(rect.x + 20, rect.y + 10)?.localName : ''
      }, NEW)
    await show(page, tour(step()))
    expect(await hits()).toBe('button')
    await page.evaluate(() => gallery.close(0))
    await show(page, tour(step({ block: true })))
    expect(await hits()).toBe('handrail-root')
  })
})
