import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../../src/schema'
import { launchBrowser } from '../helpers/browser'
import type { Situation } from './situation'
import { press, ready, refusal, seeStep, told, useSituations } from './use-situations'

/** As users have it: automation turns the back/forward cache off. */
const launch = () => launchBrowser([], ['--disable-back-forward-cache'])
const situations = useSituations(launch)

const PLAIN = '<a href="/projects">Projects</a><button id="plain">Plain</button>'
const one: Step = { id: 'one', target: '#plain', title: 'One', page: '/' }
const two: Step = { id: 'two', target: '#plain', title: 'Two', page: '/projects' }
const three: Step = { id: 'three', target: '#plain', title: 'Three', page: '/projects' }
const overPages: Situation = { body: PLAIN, steps: [one, two, three] }
const popovers = (page: Page) => page.locator('.popover').count()
const push = (page: Page, path: string) => page.evaluate((to) => history.pushState(null, '', to), path)

describe('a tour over several pages', () => {
  test('goes on after a full load, where the next step lives, and at the same step after a reload', async () => {
    const page = await situations.open(overPages)
    await seeStep(page, 'One')
    await press(page, 'Next')
    await expect.poll(() => popovers(page)).toBe(0)
    await page.getByRole('link').click()
    await seeStep(page, 'Two')
    await press(page, 'Next')
    await seeStep(page, 'Three')
    await page.reload()
    await seeStep(page, 'Three')
    expect(await told(page, 'Guide Shown')).toEqual([])
  })

  test('hides when the user goes elsewhere in a single-page app, and is there again on the way back', async () => {
    const page = await situations.open({ ...overPages, steps: [one] })
    await seeStep(page, 'One')
    await push(page, '/elsewhere')
    await expect.poll(() => popovers(page)).toBe(0)
    await page.goBack()
    await seeStep(page, 'One')
    await page.goForward()
    await expect.poll(() => popovers(page)).toBe(0)
    expect(await told(page, 'Guide Dismissed')).toEqual([])
  })

  test('leads on when the app navigates by itself', async () => {
    const page = await situations.open({
      body: PLAIN,
      steps: [{ ...one, advance: { page: '/projects' } }, two],
    })
    await seeStep(page, 'One')
    await push(page, '/projects')
    await seeStep(page, 'Two')
    await expect.poll(() => told(page, 'Step Completed')).toMatchObject([{ step_id: 'one', how: 'page' }])
  })

  test('rests in the back/forward cache with its page, and goes on when that is restored', async () => {
    const page = await situations.open({
      ...overPages,
      steps: [one, { ...one, id: 'next', title: 'Next one' }],
    })
    await seeStep(page, 'One')
    await page.evaluate(() => Object.assign(window, { visited: 1 }))
    await page.getByRole('link').click()
    await page.waitForURL('**/projects')
    await ready(page)
    await page.evaluate(() => history.back())
    await expect.poll(() => page.evaluate(() => 'visited' in window).catch(() => false)).toBe(true)
    await seeStep(page, 'One')
    await press(page, 'Next')
    await seeStep(page, 'Next one')
  })
})

describe('in two tabs', () => {
  test('a tour is shown in one of them, and can be gone on with when that is closed', async () => {
    const page = await situations.open({ body: PLAIN, steps: [one] })
    await seeStep(page, 'One')
    const other = await page.context().newPage()
    await other.goto(page.url())
    const isWaiting = async () => (await navigator.locks.query()).pending?.length === 1
    await expect.poll(() => other.evaluate(isWaiting)).toBe(true)
    expect(await popovers(other)).toBe(0)
    await page.close()
    await seeStep(other, 'One')
  })
})

describe('a config that is changed in the middle of a tour', () => {
  test('goes on at the same step, by its id, wherever it stands now', async () => {
    const page = await situations.open({ body: PLAIN, steps: [one, { ...one, id: 'two', title: 'Two' }] })
    await seeStep(page, 'One')
    await press(page, 'Next')
    await seeStep(page, 'Two')
    const added: Step[] = ['a', 'b'].map((id) => ({ ...one, id, title: id }))
    situations.release(page, {
      body: PLAIN,
      steps: [...added, { ...one, id: 'two', title: 'Two, reworded' }],
    })
    await page.reload()
    await seeStep(page, 'Two, reworded')
  })

  test('goes on after the last step that it still has, when its own is gone', async () => {
    const page = await situations.open({ body: PLAIN, steps: [one, { ...one, id: 'two', title: 'Two' }] })
    await seeStep(page, 'One')
    await press(page, 'Next')
    await seeStep(page, 'Two')
    situations.release(page, { body: PLAIN, steps: [one, { ...one, id: 'new', title: 'New' }] })
    await page.reload()
    await seeStep(page, 'New')
  })

  test('ends the tour when the guide is gone, and leaves nothing behind', async () => {
    const page = await situations.open({ body: PLAIN, steps: [one] })
    await seeStep(page, 'One')
    situations.release(page, { body: PLAIN })
    await page.reload()
    await page.waitForFunction(() => 'flush' in (window.handrail ?? {}))
    expect(await page.locator('handrail-root').count()).toBe(0)
  })
})

test('two guides that are due at once come one after the other', async () => {
  const page = await situations.open({
    body: PLAIN,
    config: {
      tours: [
        { id: 'first', steps: [{ id: 'a', target: '#plain', title: 'First' }] },
        { id: 'second', steps: [{ id: 'b', target: '#plain', title: 'Second' }] },
      ],
      announcements: [{ id: 'news', title: 'News' }],
    },
  })
  await seeStep(page, 'First')
  expect(await page.locator('handrail-root').count()).toBe(1)
  expect(await refusal(page, 'second')).toBe('free')
  expect(await refusal(page, 'news')).toBe('free')
  await press(page, 'Done')
  await seeStep(page, 'Second')
  expect(await page.locator('handrail-root').count()).toBe(1)
})
