import type { JSHandle, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { WireEvent } from '../../../src/schema'
import { useSite } from '../helpers/use-site'
import { flush, until } from './stage'

const site = useSite()

const feature = (id: string, click: string, page = '/**') => ({ id, name: id, on: { click, page } })
const TOUR = { id: 'tour', when: { code: true }, steps: [{ id: 'hello', as: 'modal', title: 'Hello' }] }

/** Opens the product where what notices features is late; `arrive` lets it come. */
async function openEarly(config: object): Promise<{ page: Page; arrive: () => Promise<unknown> }> {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked = site.context.waitForEvent('request', (request) => request.url().includes('/targeting'))
  await site.context.route('**/targeting*', (route) => released.then(() => route.continue()))
  const page = await site.open({ version: 1, ...config })
  await asked
  return {
    page,
    arrive() {
      release()
      return page.evaluate(() => (window.handrail as Handrail).explain('tour'))
    },
  }
}

/** The button is gone with its own click. */
const clickAway = (page: Page): Promise<JSHandle<WeakRef<Element>>> =>
  page.evaluateHandle(() => {
    const button = document.querySelector('button') ?? document.body
    button.addEventListener('click', () => button.remove())
    button.click()
    return new WeakRef(button)
  })
/** Passes when nothing holds it any more; the browser itself may do so for a moment. */
const untilForgotten = (page: Page, clicked: JSHandle<WeakRef<Element>>): Promise<void> =>
  until('the click to be forgotten', async () => {
    await page.requestGC()
    return clicked.evaluate((ref) => ref.deref() === undefined)
  })

/** Uses of features that have left the page. */
async function used(page: Page): Promise<WireEvent[]> {
  await flush(page)
  const sent = site.relay.posts.flatMap(({ text }): WireEvent[] => JSON.parse(text).batch)
  return sent.filter(({ event }) => event === 'Feature Used')
}
const idsOf = (uses: WireEvent[]) => uses.map(({ properties }) => properties?.feature_id)

it('a feature clicked before its chunk has come is used once, when and where it was clicked', async () => {
  const { page, arrive } = await openEarly({
    features: [
      feature('export', '[data-action=export]', '/page'),
      feature('elsewhere', '[data-action=export]', '/exported'),
    ],
  })
  const clicked = await clickAway(page)
  const clickedAt = await page.evaluate(() => {
    history.pushState(null, '', '/exported')
    return Date.now()
  })
  await page.waitForFunction((at) => Date.now() > at + 100, clickedAt)
  await arrive()
  const uses = await used(page)
  expect(idsOf(uses)).toEqual(['export'])
  expect(Date.parse(uses[0]?.timestamp ?? '')).toBeLessThanOrEqual(clickedAt)
  await untilForgotten(page, clicked)
})

it.each([
  ['a password field', '<input type="password">'],
  ['what is ignored', '<div data-handrail-ignore><button></button></div>'],
])('nothing is noticed of an early click on %s', async (_what, markup) => {
  const { page, arrive } = await openEarly({ features: [feature('main', 'main'), feature('nav', 'nav')] })
  await page.evaluate((markup) => {
    document.body.innerHTML = `<main>${markup}</main><nav></nav>`
    document.querySelector<HTMLElement>('main input, main button')?.click()
    document.querySelector('nav')?.click()
  }, markup)
  await arrive()
  expect(idsOf(await used(page))).toEqual(['nav'])
})

it('no click is kept for a config without features', async () => {
  const { page } = await openEarly({ tours: [TOUR] })
  await untilForgotten(page, await clickAway(page))
})
