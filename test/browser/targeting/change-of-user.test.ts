import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Config, WireEvent } from '../../../src/schema'
import { flush } from '../delivery/stage'
import { useSite } from '../helpers/use-site'
import { explain, refusedBy } from './product'

const site = useSite()

const config: Config = {
  version: 1,
  features: [{ id: 'delete', name: 'Delete', on: { event: 'Project Deleted' } }],
  tours: [
    {
      id: 'restore',
      audience: { all: [{ event: 'Project Deleted' }, { feature: 'delete', used: true }] },
      when: { code: true },
      steps: [{ id: 'one', as: 'modal', title: 'It can come back' }],
    },
  ],
}

/** What has left the page, with whose it is. */
async function sent(page: Page): Promise<(string | undefined)[][]> {
  await flush(page)
  const events = site.relay.posts.flatMap(({ text }): WireEvent[] => JSON.parse(text).batch)
  return events
    .filter(({ event }) => event === 'Project Deleted' || event === 'Feature Used')
    .map(({ event, userId }) => [event, userId ?? undefined])
}
const identify = (page: Page, id: string) =>
  page.evaluate((id) => (window.handrail as Handrail).identify(id), id)

const CHANGES = {
  'another user is named': (page: Page) =>
    page.evaluate(() => {
      const handrail = window.handrail as Handrail
      handrail.track('Project Deleted')
      handrail.identify('bob')
    }),
  'the user logs out': (page: Page) =>
    page.evaluate(() => {
      const handrail = window.handrail as Handrail
      handrail.track('Project Deleted')
      handrail.reset()
    }),
}

it.each(Object.entries(CHANGES))('what somebody did just before %s is theirs', async (_how, change) => {
  const page = await site.open(config)
  await explain(page, 'restore')
  await identify(page, 'ada')
  await change(page)
  expect(await refusedBy(page, 'restore')).toBe('audience')
  expect(await sent(page)).toEqual([
    ['Project Deleted', 'ada'],
    ['Feature Used', 'ada'],
  ])
  await identify(page, 'ada')
  expect(await refusedBy(page, 'restore')).toBe('trigger')
})

it.each(Object.entries(CHANGES))(
  'nor is it the next user’s where guides come after %s',
  async (_how, change) => {
    let release = (): void => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await site.context.route('**/targeting*', (route) => released.then(() => route.continue()))
    const page = await site.open(config)
    await identify(page, 'ada')
    await change(page)
    release()
    expect(await refusedBy(page, 'restore')).toBe('audience')
    expect(await sent(page)).toEqual([['Project Deleted', 'ada']])
  },
)

it('what somebody did before they were named is theirs', async () => {
  const page = await site.open(config)
  await explain(page, 'restore')
  await page.evaluate(() => {
    const handrail = window.handrail as Handrail
    handrail.track('Project Deleted')
    handrail.identify('ada')
  })
  expect(await refusedBy(page, 'restore')).toBe('trigger')
})
