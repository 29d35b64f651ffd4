import { createHmac } from 'node:crypto'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../../../collector/test/start-collector'
import type { Handrail } from '../../../src/handrail'
import type { Config, Tour } from '../../../src/schema'
import { makeHistory, sendBatch } from '../dashboard/history'
import { flush, until } from '../delivery/stage'
import {
  countShown,
  type Product,
  press,
  refusedBy,
  startProduct,
  titles,
  untilRefused,
  untilTitled,
} from './product'

let product: Product
let collector: RunningCollector
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[product, collector] = await Promise.all([startProduct(), startCollector()])
})
afterAll(async () => {
  await product?.close()
  await collector?.stop()
})
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
})

/** A browser that has never been here. */
async function device(): Promise<BrowserContext> {
  const context = await product.browser.newContext()
  await context.grantPermissions(['local-network-access'])
  contexts.push(context)
  return context
}

const sign = (userId: string) => createHmac('sha256', collector.identitySecret).update(userId).digest('hex')

/** A page whose server names the user before anything else, as products do. */
async function openAs(
  context: BrowserContext,
  userId: string,
  signature: string | undefined,
  config: Partial<Config>,
  accountId = 'acme',
): Promise<Page> {
  const who = [userId, signature, accountId] as const
  await context.addInitScript(([userId, signature, accountId]) => {
    const calls: unknown[] = [
      ['group', accountId],
      ['identify', userId, {}, signature === null ? {} : { signature }],
    ]
    // The snippet goes on with what is there already.
    window.handrail = calls.reverse() as NonNullable<typeof window.handrail>
  }, who)
  return product.open(context, config, collector)
}

const told = async (
  userId: string,
): Promise<{ items: object; history: { guides: object }; health: string }> => {
  const query = new URLSearchParams({ writeKey: collector.writeKey, userId, signature: sign(userId) })
  const response = await fetch(`${collector.origin}/v1/state?${query}`)
  return response.json()
}

const tour = (change: Partial<Tour> = {}): Tour => ({
  id: 'welcome',
  steps: [{ id: 'one', as: 'modal', title: 'Welcome' }],
  ...change,
})
const checklist = {
  id: 'start',
  title: 'Get started',
  open: true,
  items: [
    { id: 'import', title: 'Import', done: { event: 'Imported', where: { rows: { gt: 9 } } } },
    { id: 'invite', title: 'Invite', done: { event: 'Invited' } },
  ],
}

it('what a signed user did on one device counts on the next: guides seen, items done', async () => {
  const config = { tours: [tour()], checklists: [checklist] }
  const first = await openAs(await device(), 'ada', sign('ada'), config)
  await first.getByRole('button', { name: 'Done' }).click()
  await first.evaluate(() => (window.handrail as Handrail).track('Imported', { rows: 10 }))
  await first.getByText('1 of 2 done').waitFor()
  await flush(first)
  await until('the collector knows', async () => 'start' in (await told('ada')).items)

  const next = await device()
  const shownIn = await countShown(next)
  const page = await openAs(next, 'ada', sign('ada'), config)
  await page.getByText('1 of 2 done').waitFor()
  await untilRefused(page, 'welcome', 'frequency')
  expect([await shownIn(page), await titles(page)]).toEqual([1, ['Get started']])
})

it('an open checklist takes in what the collector tells of later', async () => {
  const config = { checklists: [checklist] }
  const first = await openAs(await device(), 'fay', sign('fay'), config)
  await first.evaluate(() => (window.handrail as Handrail).track('Imported', { rows: 10 }))
  await first.getByText('1 of 2 done').waitFor()
  await flush(first)
  await until('the collector knows', async () => 'start' in (await told('fay')).items)

  const next = await device()
  let answer = () => {}
  const isSlow = new Promise<void>((resolve) => {
    answer = resolve
  })
  await next.route('**/v1/state?*', async (route) => {
    await isSlow
    await route.continue()
  })
  const page = await openAs(next, 'fay', sign('fay'), config)
  await page.getByText('0 of 2 done').waitFor()
  answer()
  await page.getByText('1 of 2 done').waitFor()
})

it('is asked once in a session, and never for who is not signed', async () => {
  const context = await device()
  const asked: string[] = []
  context.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/v1/state') asked.push(searchParams.get('userId') ?? '')
  })
  const page = await openAs(context, 'eve', undefined, { tours: [tour()] })
  await untilTitled(page, 'Welcome')
  expect(asked).toEqual([])
  const identify = (userId: string) =>
    page.evaluate(
      ([userId, signature]) =>
        (window.handrail as Handrail).identify(userId ?? '', {}, { signature: signature ?? '' }),
      [userId, sign(userId)],
    )
  await identify('eve')
  await until('the question', () => asked.length === 1)
  await untilTitled(page, 'Welcome')
  await identify('eve')
  await identify('bob')
  // The next page asks again as long as the answer is not kept.
  const isKept = () =>
    Object.entries(localStorage).some(([key, text]) => key.endsWith('.state') && text.includes('bob'))
  await until('the answer for another user', () => page.evaluate(isKept))
  const again = await openAs(context, 'bob', sign('bob'), { tours: [tour()] })
  await until('it is decided', async () => (await refusedBy(again, 'welcome')) !== undefined)
  expect(asked).toEqual(['eve', 'bob'])
})

it('a guide for accounts at risk comes to them, and to no others', async () => {
  await sendBatch(collector, makeHistory(Date.now()))
  const config = {
    tours: [
      tour({
        id: 'risk',
        audience: { health: 'at_risk' },
        steps: [{ id: 'one', as: 'modal', title: 'How can we help?' }],
      }),
    ],
  }
  // Scores are made for whoever asks for them.
  const accounts = { headers: { authorization: `Bearer ${collector.apiToken}` } }
  await until('the account is at risk', async () => {
    await fetch(`${collector.origin}/api/accounts`, accounts)
    return (await told('quiet/co-1')).health === 'at_risk'
  })
  const quiet = await openAs(await device(), 'quiet/co-1', sign('quiet/co-1'), config, 'quiet/co')
  await untilTitled(quiet, 'How can we help?')
  await quiet.close()
  const elsewhere = await openAs(await device(), 'quiet/co-2', sign('quiet/co-2'), config, 'another-account')
  await untilRefused(elsewhere, 'risk', 'audience')
  const healthy = await openAs(await device(), 'acme-1', sign('acme-1'), config)
  await untilRefused(healthy, 'risk', 'audience')
})

it.each<[string, (route: Route) => unknown]>([
  ['does not know the signature', (route) => route.fulfill({ status: 401, body: '{}' })],
  ['answers something else', (route) => route.fulfill({ body: '{"history":[]}' })],
  ['does not answer', () => undefined],
  ['is down', (route) => route.abort()],
])('when the collector %s guides come all the same, with one warning at most', async (_what, answer) => {
  const context = await device()
  const said: string[] = []
  context.on('console', (message) => said.push(message.text()))
  await context.route('**/v1/state?*', answer)
  const page = await openAs(context, 'eve', sign('eve'), { tours: [tour()] })
  await untilTitled(page, 'Welcome')
  await press(page, 'Done')
  await untilTitled(page)
  expect(said.filter((text) => text.startsWith('[handrail]')).length).toBeLessThanOrEqual(1)
})
