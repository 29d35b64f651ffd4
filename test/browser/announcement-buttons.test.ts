import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Action, Announcement, Config } from '../../src/schema'
import { press, ready, refusal, seeStep, told, useSituations } from './complaints/use-situations'

const situations = useSituations()

const open = (announcement: Partial<Announcement>, more: Partial<Config> = {}): Promise<Page> =>
  situations.open({
    body: '<button id="plain">Plain</button>',
    config: { announcements: [{ id: 'boards', title: 'Boards are here', ...announcement }], ...more },
  })
const withButton = (action: Action) => ({ buttons: [{ label: 'Try it', do: action }] })
const surfaces = (page: Page) => page.locator('handrail-root').count()

describe('a button of an announcement', () => {
  test('that leads to another page completes it: it does not stand there again', async () => {
    const page = await open(withButton({ navigate: '/boards' }))
    await seeStep(page, 'Boards are here')
    await press(page, 'Try it')
    await page.waitForURL('**/boards')
    await ready(page)
    expect(await refusal(page, 'boards')).toBe('frequency')
    expect(await surfaces(page)).toBe(0)
  })

  test('that opens a tab, or calls the product, completes it', async () => {
    for (const action of [{ open: '/help' }, { track: 'Boards Tried' }]) {
      const page = await open(withButton(action))
      await seeStep(page, 'Boards are here')
      await press(page, 'Try it')
      await expect.poll(() => surfaces(page)).toBe(0)
      expect(await told(page, 'Guide Completed')).toMatchObject([{ guide_id: 'boards' }])
      expect(await told(page, 'Guide Dismissed')).toEqual([])
    }
  })

  test('that starts a tour has it come next, before all that waits', async () => {
    const steps = (title: string) => [{ id: 'one', title }]
    const page = await open(
      { ...withButton({ start: 'asked' }), priority: 1 },
      {
        tours: [
          { id: 'waiting', steps: steps('Waiting') },
          { id: 'asked', when: { code: true }, steps: steps('Asked') },
        ],
      },
    )
    await seeStep(page, 'Boards are here')
    await press(page, 'Try it')
    await seeStep(page, 'Asked')
    expect(await told(page, 'Guide Completed')).toMatchObject([{ guide_id: 'boards' }])
    await press(page, 'Done')
    await seeStep(page, 'Waiting')
  })
})

describe('keys', () => {
  test.each(['modal', 'slideout', 'banner'] as const)('arrows end no %s', async (as) => {
    const page = await open({ as })
    await seeStep(page, 'Boards are here')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    expect(await surfaces(page)).toBe(1)
    await press(page, 'Got it')
    await expect.poll(() => surfaces(page)).toBe(0)
  })

  test('Escape on the page is not for a banner; where the focus is in it, it closes', async () => {
    const page = await open({ as: 'banner' })
    await seeStep(page, 'Boards are here')
    await page.keyboard.press('Escape')
    await page.locator('#plain').press('Escape')
    expect(await surfaces(page)).toBe(1)
    await page.keyboard.press('F6')
    await page.keyboard.press('Escape')
    await expect.poll(() => surfaces(page)).toBe(0)
    expect(await told(page, 'Guide Dismissed')).toMatchObject([{ how: 'escape' }])
  })
})
