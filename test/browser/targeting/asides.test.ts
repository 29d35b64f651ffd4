import { expect, it } from 'vitest'
import type { Config } from '../../../src/schema'
import { press, titles, untilTitled, useProduct } from './product'

const product = useProduct()

const invite = { id: 'invite', title: 'Invite', done: { event: 'Invited' } }
const report = { id: 'report', title: 'Open it', done: { element: '#report', visible: true } } as const
const config: Partial<Config> = {
  checklists: [{ id: 'list', title: 'Get started', items: [report, invite] }],
  announcements: [{ id: 'outage', as: 'banner', title: 'Exports are slow' }],
}

it('an item is done when its element comes, though nothing else happens', async () => {
  const page = await product.open(config)
  await untilTitled(page, 'Get started', 'Exports are slow')
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="report">Report</p>'))
  await page.getByText('Open it, done').waitFor({ state: 'attached' })
})

it('a checklist and a banner that are closed in one tab leave the others, which tell nothing of it', async () => {
  const one = await product.open(config)
  const other = await product.open(config)
  await untilTitled(other, 'Get started', 'Exports are slow')
  await other.evaluate('handrail.on("guide", ({ phase }) => { window.phase = phase })')
  await press(one, 'Got it')
  await untilTitled(other, 'Get started')
  await press(one, 'Hide this checklist')
  await press(one, 'Hide it')
  await untilTitled(other)
  expect(await titles(one)).toEqual([])
  expect(await other.evaluate('window.phase')).toBeUndefined()
})
