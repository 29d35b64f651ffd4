import { it } from 'vitest'
import type { Config } from '../../../src/schema'
import { untilTitled, useProduct } from './product'

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
