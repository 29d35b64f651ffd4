import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Config, Tour } from '../../../src/schema'
import { until } from '../delivery/stage'
import { explain, refusedBy, titles, track, untilTitled, useProduct } from './product'

const product = useProduct()

const nobody = { trait: 'role', is: 'nobody' }
const tour = (id: string, change: Partial<Tour> = {}, first = {}): Tour => ({
  id,
  steps: [{ id: 'one', as: 'modal', title: id, ...first }],
  ...change,
})
const other = tour('other', { when: { event: 'Go' } })
/** Waits for its target on the screen, unseen. */
const late = tour('late', { when: { code: true } }, { as: 'tooltip', target: '#late', waitSeconds: 600 })

/** Counts failures from now on. */
const countFailures = (page: Page) =>
  page.evaluate(() => {
    const failures: unknown[] = []
    Object.assign(window, { failures })
    const { on } = window.handrail as Handrail
    on('event', ({ event }) => event === 'Guide Failed' && failures.push(event))
  })
const failures = (page: Page) =>
  page.evaluate(() => (window as unknown as { failures: unknown[] }).failures.length)
it.each<[string, Partial<Config>]>([
  ['tour without a step for the user', { tours: [tour('broken', {}, { show: nobody }), other] }],
  [
    'survey without a question for the user',
    {
      surveys: [{ id: 'broken', questions: [{ id: 'q', type: 'nps', title: 'Well?', show: nobody }] }],
      tours: [other],
    },
  ],
  [
    'tour that ends without its target',
    {
      tours: [
        tour('broken', {}, { as: 'tooltip', target: '#gone', waitSeconds: 0.2, missing: 'end' }),
        other,
      ],
    },
  ],
])('a %s fails once on a page, says so, and lets another guide come', async (_name, config) => {
  const page = await product.open(config)
  await countFailures(page)
  await until('the failure', async () => (await refusedBy(page, 'broken')) === 'trigger')
  const verdict = (await explain(page, 'broken')).find(({ gate }) => gate === 'trigger')
  expect(verdict?.why).toContain('could not be shown on this page')
  await track(page, 'Go')
  await untilTitled(page, 'other')
  expect(await failures(page)).toBeLessThanOrEqual(1)
})

it('a tour that waits for its target is in the way of nothing, in no tab, when somebody else uses the page', async () => {
  const config = { tours: [late, other] }
  const page = await product.open(config)
  await page.evaluate(() => {
    const { start } = window.handrail as Handrail
    Object.assign(window, { started: start('late') })
  })
  const isInTheWay = async () =>
    (await explain(page, 'other')).some(({ gate, passed }) => gate === 'free' && !passed)
  await until('the tour', isInTheWay)
  await page.evaluate(() => (window.handrail as Handrail).reset())
  expect(await page.evaluate(() => (window as unknown as { started: Promise<string> }).started)).toBe('free')
  expect(await isInTheWay()).toBe(false)
  const second = await product.open(config)
  await track(second, 'Go')
  await untilTitled(second, 'other')
  expect(await titles(page)).toEqual([])
})

it.each([['tour'], ['survey']])('a %s that is started twice at once is there once, and goes', async (id) => {
  const when = { code: true }
  const page = await product.open({
    tours: [tour('tour', { when }, { as: 'slideout' })],
    surveys: [{ id: 'survey', when, questions: [{ id: 'q', type: 'nps', title: 'survey' }] }],
  })
  const answers = await page.evaluate((id) => {
    const { start } = window.handrail as Handrail
    return Promise.all([start(id), start(id)])
  }, id)
  expect([answers, await titles(page)]).toEqual([['shown', 'shown'], [id]])
  await page.evaluate((id) => (window.handrail as Handrail).stop(id), id)
  await untilTitled(page)
})
