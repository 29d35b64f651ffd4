import type { Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Config } from '../../../src/schema'
import { findAxeProblems } from '../dashboard/inspect'
import { until } from '../delivery/stage'
import { press, titles, track, useProduct } from './product'

const product = useProduct({ viewport: { width: 1280, height: 800 } })
beforeEach(() =>
  // As somebody does who looks for the reason why a guide does not come.
  product.context.addInitScript(() => {
    if (!location.search.includes('handrail_debug'))
      history.replaceState(null, '', `${location.href}&handrail_debug`)
  }),
)

const config: Partial<Config> = {
  tours: [
    { id: 'welcome', steps: [{ id: 'one', as: 'slideout', title: 'Welcome' }] },
    {
      id: 'admins',
      audience: { trait: 'role', is: 'admin' },
      steps: [{ id: 'one', as: 'modal', title: 'For admins' }],
    },
  ],
}
const panel = (page: Page) => page.getByRole('region', { name: 'Handrail' })
const row = (page: Page, id: string) => panel(page).locator('summary', { hasText: id })

it('lists every guide with its verdict, follows what changes, and shows all gates of one', async () => {
  const broken = { id: 'broken', steps: [] }
  const page = await product.open({ tours: [...(config.tours ?? []), broken] })
  await row(page, 'welcome').getByText('It is on the screen.').waitFor()
  await row(page, 'broken').getByText('steps').waitFor()
  await row(page, 'admins').getByText('The user is not one of its audience.').waitFor()
  await page.evaluate(() => (window.handrail as Handrail).identify('ada', { role: 'admin' }))
  await row(page, 'admins').getByText('“welcome” is open.').waitFor()
  await row(page, 'admins').focus()
  await page.keyboard.press('Enter')
  const gates = panel(page).locator('details[open] .gates > li')
  expect(await gates.count()).toBe(13)
  expect((await gates.allTextContents())[4]).toBe('audience passes:The user is one of its audience.')
})

it('shows events as they happen and what is known of the user, by keyboard too', async () => {
  const page = await product.open(config)
  await page.evaluate(() => (window.handrail as Handrail).group('acme', { plan: 'trial' }))
  await panel(page).getByRole('tab', { name: 'Guides' }).focus()
  await page.keyboard.press('ArrowRight')
  // By name: what the tour tells of itself may come in between.
  const event = (name: string) =>
    panel(page).getByRole('tabpanel', { name: 'Events' }).locator('summary', { hasText: name })
  await track(page, 'Project Created')
  await event('Project Created').waitFor()
  await page.evaluate(() => (window.handrail as Handrail).consent({ analytics: false }))
  await track(page, 'Kept Back')
  await event('Kept Back').getByText('Not sent').waitFor()
  await page.keyboard.press('ArrowRight')
  const facts = panel(page).getByRole('tabpanel', { name: 'User' })
  const fact = (name: string) => facts.locator('dl > div', { hasText: name }).textContent()
  expect([await fact('plan'), await fact('health')]).toEqual(['plantrial', 'healthunknown'])
})

it('never covers a guide, counts as none, collapses, and leaves with the SDK', async () => {
  const checklist = {
    id: 'start',
    title: 'Get started',
    launcher: 'bottom-start' as const,
    open: true,
    items: [{ id: 'import', title: 'Import', done: { event: 'Imported' } }],
  }
  const page = await product.open({ ...config, checklists: [checklist] })
  await panel(page).waitFor()
  // Both stand in the same corner: the guide is the one that can be used.
  await press(page, 'Collapse')
  await press(page, 'Done')
  await until('the guide is gone', async () => !(await titles(page)).includes('Welcome'))
  expect(await page.evaluate(async () => (window.handrail as Handrail).start('admins'))).toBe('shown')
  await press(page, 'Done')
  await press(page, 'Collapse the debug panel')
  // The launcher of the checklist lies over what is left of the panel; the focus is there all the same.
  await page.getByRole('button', { name: 'Handrail 1 of 3 on the screen' }).waitFor()
  await page.keyboard.press('Enter')
  await panel(page).waitFor()
  await page.evaluate(() => (window.handrail as Handrail).destroy())
  expect(await page.locator('handrail-root').count()).toBe(0)
})

it.each([
  ['light', 'ltr', 'left'],
  ['dark', 'rtl', 'right'],
] as const)('has nothing that axe objects to (%s, %s)', async (colorScheme, dir, side) => {
  await product.context.addInitScript((dir) => {
    addEventListener('DOMContentLoaded', () => {
      document.querySelector('button')?.setAttribute('aria-label', 'Export')
      document.documentElement.style.colorScheme = 'light dark'
      document.documentElement.lang = dir === 'rtl' ? 'fa' : 'en'
    })
  }, dir)
  const page = await product.open({ tours: config.tours?.slice(1) ?? [] })
  await page.emulateMedia({ colorScheme })
  await row(page, 'admins').click()
  const box = await panel(page).boundingBox()
  expect(side === 'left' ? box?.x : 1280 - (box?.x ?? 0) - (box?.width ?? 0)).toBe(12)
  for (const tab of ['Guides', 'Events', 'User']) {
    await panel(page).getByRole('tab', { name: tab }).click()
    const problems = await findAxeProblems(page)
    expect(problems.filter((problem) => problem.includes('handrail-root'))).toEqual([])
  }
})

it('costs nothing where nobody asks for it', async () => {
  const page = await product.open(config, await product.newContext())
  await until('the guide', async () => (await titles(page)).includes('Welcome'))
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(loaded.filter((name) => /chunks\/(debug|explain)/.test(name))).toEqual([])
  await page.context().close()
})
