import { expect, it } from 'vitest'
import type { Handrail } from '../../src/handrail'
import { flush, ready, until } from './delivery/stage'
import { useSite } from './helpers/use-site'

const site = useSite()
const open = (config: object) => site.open({ version: 1, ...config })

it('is a modal that ends with one button, once, and is recorded as a guide without steps', async () => {
  const config = {
    announcements: [{ id: 'release', title: 'Boards are faster', body: 'Twice as **fast**.' }],
  }
  const page = await open(config)
  const modal = page.getByRole('dialog', { name: 'Boards are faster' })
  await modal.getByRole('button', { name: 'Got it' }).click()
  await modal.waitFor({ state: 'detached' })
  await flush(page)
  const names = async () => {
    const filter = new URLSearchParams({ type: 'track', limit: '100' })
    const response = await fetch(`${site.collector.origin}/api/events?${filter}`, {
      headers: { authorization: `Bearer ${site.collector.apiToken}` },
    })
    const { events }: { events: { event: string; properties: { guide_kind?: string } }[] } =
      await response.json()
    return events
      .filter(({ properties }) => properties.guide_kind === 'announcement')
      .map(({ event }) => event)
  }
  await until('both events', async () => (await names()).length === 2)
  expect(new Set(await names())).toEqual(new Set(['Guide Shown', 'Guide Completed']))
  await page.reload()
  await ready(page)
  const gates = await page.evaluate(() => (window.handrail as Handrail).explain('release'))
  expect(gates.find(({ passed }) => !passed)).toMatchObject({ gate: 'frequency' })
})

it('has the word of the config on its button', async () => {
  const page = await open({
    strings: { en: { gotIt: 'Understood' } },
    announcements: [{ id: 'release', title: 'Boards are faster' }],
  })
  await page.getByRole('button', { name: 'Understood' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('as a banner stands beside a tour', async () => {
  const page = await open({
    announcements: [{ id: 'outage', as: 'banner', title: 'Exports are slow today' }],
    tours: [{ id: 'hello', steps: [{ id: 'one', target: '[data-action=export]', title: 'Hello' }] }],
  })
  await page.getByRole('heading', { name: 'Hello' }).waitFor()
  await page.getByText('Exports are slow today').first().waitFor()
})

it('tells the author, once, of what this version cannot show', async () => {
  await open({ hints: [{ id: 'tip', target: 'button', title: 'Tip' }] })
  await until('the warning', async () => site.complaints.length > 0)
  expect(site.complaints).toEqual(['[handrail] "hints" of the config cannot be shown by this version'])
})
