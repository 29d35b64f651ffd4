import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Checklist } from '../../../src/schema'
import { boxOf, focusOf, logOf, PHONE, show, storyOf, useGallery } from './open-gallery'

const CHECKLIST: Checklist = {
  id: 'start',
  title: 'Get started',
  celebrate: true,
  items: [
    {
      id: 'project',
      title: 'Create a project',
      done: { event: 'Project Created' },
      do: { start: 'welcome' },
    },
    {
      id: 'invite',
      title: 'Invite',
      body: 'By mail.',
      done: { event: 'Invited' },
      after: ['project'],
      do: { navigate: '/team' },
    },
  ],
}
const open = (page: Page, more: Partial<Checklist> = {}, saved?: unknown) =>
  show(page, { kind: 'checklist', guide: { ...CHECKLIST, ...more } }, saved === undefined ? {} : { saved })
const did = (page: Page, event: string) => page.evaluate((name) => gallery.hosts[0]?.did(name), event)
const savedBy = async (page: Page) => (await logOf(page)).filter(({ call }) => call === 'save').at(-1)?.data

const pages = useGallery()

describe('a checklist', () => {
  test('ticks items by itself, unlocks what comes after and says how far it is', async () => {
    const page = await pages.open()
    await open(page)
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0')
    await page.getByText('Invite, comes later').waitFor({ state: 'attached' })
    await did(page, 'Project Created')
    await page.getByText('Create a project, done').waitFor({ state: 'attached' })
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('1')
    await page.getByText('By mail.').waitFor()
    expect((await logOf(page)).find(({ name }) => name === 'Item Completed')?.data).toEqual({
      item_id: 'project',
      done_count: 1,
      total_count: 2,
    })
    expect(await savedBy(page)).toEqual({ done: ['project'], collapsed: false })
  })

  test.each([
    { title: 'Bring your whole team on board', isCut: false },
    { title: 'Set up your workspace, your team and your first project', isCut: true },
  ])('has a launcher as wide as “$title” needs and a phone has', async ({ title, isCut }) => {
    const page = await pages.open('', PHONE)
    await open(page, { open: false, title })
    const cut = await page
      .locator('.launcher-title')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    expect(cut).toBe(isCut)
    const { x, width } = await boxOf(page, '.launcher')
    expect(x).toBeGreaterThanOrEqual(16)
    expect(x + width).toBeLessThanOrEqual(PHONE.viewport.width - 16)
  })

  test('collapses to its launcher by Escape, with the focus on it, and opens again', async () => {
    const page = await pages.open()
    await open(page, { open: false })
    const launcher = page.getByRole('button', { name: 'Open Get started, 2 tasks left' })
    await launcher.click()
    await page.getByRole('dialog', { name: 'Get started' }).waitFor()
    expect(await focusOf(page)).toContain('checklist')
    await page.keyboard.press('Escape')
    await launcher.waitFor()
    expect(await focusOf(page)).toContain('launcher')
    expect(await savedBy(page)).toMatchObject({ collapsed: true })
  })

  test('is as it was left, and is not told as shown again', async () => {
    const page = await pages.open()
    await open(page, {}, { done: ['project'], collapsed: true })
    await page.getByRole('button', { name: 'Open Get started, 1 task left' }).waitFor()
    expect(await storyOf(page)).toEqual([])
  })

  test('an action collapses it, so that it does not cover where it leads', async () => {
    const page = await pages.open()
    await open(page)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    expect((await logOf(page)).at(-1)).toMatchObject({ call: 'act', data: { start: 'welcome' } })
    await page.getByRole('button', { name: 'Open Get started, 2 tasks left' }).waitFor()
  })

  test('is hidden for good only after asking', async () => {
    const page = await pages.open()
    await open(page)
    await page.getByRole('button', { name: 'Hide this checklist' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    expect(await storyOf(page)).toEqual(['Guide Shown'])
    await page.getByRole('button', { name: 'Hide this checklist' }).click()
    await page.getByRole('button', { name: 'Hide it' }).click()
    expect(await storyOf(page)).toEqual(['Guide Shown', 'dismissed'])
    expect(await page.locator('handrail-root').count()).toBe(0)
  })

  test('celebrates, stands still with reduced motion, and is completed', async () => {
    const page = await pages.open('', { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await open(page)
    await did(page, 'Project Created')
    await did(page, 'Invited')
    await page.locator('.celebration').waitFor()
    const moving = await page.evaluate(
      () => document.querySelector('handrail-root')?.shadowRoot?.getAnimations().length,
    )
    expect(moving).toBe(0)
    await page.getByRole('button', { name: 'Done' }).click()
    expect((await storyOf(page)).at(-1)).toBe('completed')
  })

  test('closed items are out of reach of the keyboard', async () => {
    const page = await pages.open()
    await open(page)
    await page.getByRole('button', { name: 'Create a project' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0)
  })
})
