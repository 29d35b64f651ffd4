import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Consent, Handrail } from '../../../src/handrail'
import { useSite } from '../helpers/use-site'
import { arrived, expectAll, flush, ready, track } from './stage'

const EVENTS = 20
const config = {
  version: 1,
  tours: [{ id: 'hello', frequency: 'always', steps: [{ id: 'one', as: 'modal', title: 'Hello' }] }],
}

const site = useSite()
const open = () => site.open(config)
const consent = (page: Page, choice: Consent) =>
  page.evaluate((it) => (window.handrail as Handrail).consent(it), choice)
const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('handrail.')))
/** The SDK has done all it does at a start: its guide is on the screen. */
const shown = (page: Page) => page.getByRole('dialog', { name: 'Hello' }).waitFor()

it('Global Privacy Control keeps events back, until the user agrees; guides come all the same', async () => {
  await site.context.addInitScript(() =>
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
  )
  const page = await open()
  await shown(page)
  await track(page, 'Objected', EVENTS)
  await flush(page)
  expect(site.relay.posts).toEqual([])
  await consent(page, { analytics: true })
  await track(page, 'Agreed', EVENTS)
  await flush(page)
  await expectAll(site.collector, 'Agreed', EVENTS)
  expect(await arrived(site.collector, 'Objected')).toEqual({ distinct: 0, counted: 0 })
})

it('a refusal lasts over a reload, and what was queued is forgotten', async () => {
  site.relay.fault = () => 'refuse'
  const page = await open()
  await track(page, 'Withdrawn', EVENTS)
  await consent(page, { analytics: false })
  site.relay.fault = () => undefined
  await page.reload()
  await ready(page)
  await shown(page)
  await track(page, 'Withdrawn', EVENTS, EVENTS)
  await flush(page)
  expect(await arrived(site.collector, 'Withdrawn')).toEqual({ distinct: 0, counted: 0 })
})

it('without consent to storage nothing is kept but the refusal, and events arrive', async () => {
  const page = await open()
  await consent(page, { storage: false })
  await track(page, 'Unkept', EVENTS)
  await flush(page)
  await expectAll(site.collector, 'Unkept', EVENTS)
  expect(await keptKeys(page)).toEqual([`handrail.${site.collector.writeKey}.consent`])
})

it('without consent to guides none is shown, and events arrive', async () => {
  const page = await open()
  await shown(page)
  await consent(page, { guides: false })
  await page.reload()
  await ready(page)
  await track(page, 'Unguided', EVENTS)
  const gates = await page.evaluate(() => (window.handrail as Handrail).explain('hello'))
  expect(gates.find(({ passed }) => !passed)?.gate).toBe('consent')
  await flush(page)
  await expectAll(site.collector, 'Unguided', EVENTS)
  expect(await page.getByRole('dialog').count()).toBe(0)
})
