import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Handrail } from '../../../src/handrail'
import type { Tour } from '../../../src/schema'
import { crash, until } from '../delivery/stage'
import {
  countShown,
  explain,
  goTo,
  press,
  titles,
  titlesOf,
  track,
  untilRefused,
  untilTitled,
  useProduct,
} from './product'

const product = useProduct()

const tour = (id: string, change: Partial<Tour> = {}): Tour => ({
  id,
  steps: [
    { id: 'one', as: 'modal', title: `${id} one` },
    {
      id: 'two',
      as: 'modal',
      title: `${id} two`,
      buttons: [
        { label: 'Later', do: 'snooze' },
        { label: 'Stop', do: 'close' },
      ],
    },
  ],
  ...change,
})

it('one interruption over all tabs; a banner beside it in each; the next comes in one tab when it has ended', async () => {
  const config = {
    tours: [tour('first', { priority: 1 }), tour('second')],
    announcements: [{ id: 'outage', as: 'banner' as const, title: 'Exports are slow' }],
  }
  const one = await product.open(config)
  await until('the first tour', async () => (await titles(one)).includes('first one'))
  const other = await product.open(config)
  await until('the banner', async () => (await other.getByText('Exports are slow').count()) > 0)
  // By then nobody has given up a place that was only in reserve.
  await until('the reason', async () => {
    const free = (await explain(other, 'second')).find(({ gate }) => gate === 'free')
    return /another tab/.test(free?.why ?? '')
  })
  expect((await titles(other)).join()).not.toMatch(/first|second/)

  await press(one, 'Next')
  await press(one, 'Stop')
  const second = async () => (await titlesOf(one, other)).filter((title) => title.startsWith('second'))
  await until('the second tour', async () => (await second()).length > 0)
  await untilRefused(one, 'first', 'frequency')
  await untilRefused(other, 'first', 'frequency')
  expect(await second()).toHaveLength(1)
})

it('what start() asks for takes the place of what is open, at the first call', async () => {
  const survey = { id: 'asked', questions: [{ id: 'q', type: 'text' as const, title: 'Why?' }] }
  const page = await product.open({ surveys: [survey], tours: [tour('second', { when: { code: true } })] })
  await until('the survey', async () => (await titles(page)).includes('Why?'))
  const started = await page.evaluate(() => (window.handrail as Handrail).start('second'))
  expect([started, await titles(page)]).toEqual(['shown', ['second one']])
})

it('a tab that has the place in reserve gives it to the one that shows something first', async () => {
  const config = {
    tours: [tour('first', { when: { code: true } }), tour('second', { when: { code: true } })],
  }
  const isReserved = async () => {
    const { held = [] } = await navigator.locks.query()
    return held.some(({ name }) => name === 'handrail.interruption')
  }
  const start = (page: Page, id: string) => page.evaluate((id) => (window.handrail as Handrail).start(id), id)
  const one = await product.open(config)
  await until('the reserve', () => one.evaluate(isReserved))
  const other = await product.open(config)
  expect(await start(other, 'first')).toBe('shown')
  expect(await start(one, 'second')).toBe('free')
  expect([await titles(one), await titles(other)]).toEqual([[], ['first one']])
  await press(other, 'Next')
  await press(other, 'Stop')
  await until('the place', async () => (await start(one, 'second')) === 'shown')
  expect(await titles(one)).toEqual(['second one'])
})

it('what was closed in one tab does not come in another that waited for its turn', async () => {
  const config = { tours: [tour('only')] }
  const one = await product.open(config)
  await untilTitled(one, 'only one')
  const shownIn = await countShown(product.context)
  const other = await product.open(config)
  await untilRefused(other, 'only', 'free')
  await press(one, 'Next')
  await press(one, 'Stop')
  await untilRefused(other, 'only', 'frequency')
  expect([await shownIn(other), await titles(one)]).toEqual([0, []])
})

it.each([
  ['closed', (page: Page) => page.close()],
  ['killed', crash],
] as const)('a tour goes on in the second tab at its step when the first is %s', async (_how, end) => {
  const config = { tours: [tour('only')] }
  const one = await product.open(config)
  await press(one, 'Next')
  await untilTitled(one, 'only two')
  const other = await product.open(config)
  await untilRefused(other, 'only', 'free')
  // A renderer that is killed takes along what its tab did in the last quarter of a second.
  const isWritten = () =>
    Object.entries(localStorage).some(([key, text]) => /profile/.test(key) && /"two"/.test(text))
  await until('the step is written', () => other.evaluate(isWritten))
  await end(one)
  await untilTitled(other, 'only two')
})

it('steps taken in one tab are not undone by another that has something of its own to write', async () => {
  const config = { tours: [tour('only')], features: [{ id: 'busy', name: 'Busy', on: { event: 'Busy' } }] }
  const one = await product.open(config)
  await untilTitled(one, 'only one')
  const other = await product.open(config)
  await untilRefused(other, 'only', 'free')
  // Both write: one its step, the other its events.
  await track(other, 'Busy')
  await press(one, 'Next')
  await untilTitled(one, 'only two')
  await track(other, 'Busy')
  await one.reload()
  await until('one of them goes on', async () => (await titlesOf(one, other)).length > 0)
  expect(await titlesOf(one, other)).toEqual(['only two'])
})

it('“later” holds in every tab', async () => {
  const config = { tours: [tour('only', { frequency: 'always' })] }
  const one = await product.open(config)
  const shownIn = await countShown(product.context)
  const other = await product.open(config)
  await untilRefused(other, 'only', 'free')
  await press(one, 'Next')
  await press(one, 'Later')
  await untilRefused(other, 'only', 'snoozed')
  await goTo(other, '/elsewhere')
  await untilRefused(other, 'only', 'snoozed')
  expect(await shownIn(other)).toBe(0)
})

it('what happens in one tab counts in the other', async () => {
  const config = { tours: [tour('after', { audience: { event: 'Imported' }, when: { page: '/done' } })] }
  const one = await product.open(config)
  const other = await product.open(config)
  await goTo(other, '/done')
  await untilRefused(other, 'after', 'audience')
  await track(one, 'Imported')
  await untilTitled(other, 'after one')
  expect(await titles(one)).toEqual([])
})

it('somebody else at the same browser does not meet what the one before left open', async () => {
  const config = { tours: [tour('mine', { audience: { trait: 'role', is: 'admin' } })] }
  const one = await product.open(config)
  await one.evaluate(() => (window.handrail as Handrail).identify('ada', { role: 'admin' }))
  await press(one, 'Next')
  await untilTitled(one, 'mine two')
  // Written down a moment after it is seen.
  await until('where she is', () =>
    one.evaluate(() =>
      /"tour\.mine":\{"step":"two"/.test(localStorage.getItem('handrail.wk.profile.ada') ?? ''),
    ),
  )
  const other = await product.open(config)
  await other.evaluate(() => {
    const handrail = window.handrail as Handrail
    handrail.reset()
    handrail.identify('bob')
  })
  await untilTitled(one)
  expect(await titles(other)).toEqual([])
  await other.evaluate(() => (window.handrail as Handrail).identify('ada', { role: 'admin' }))
  await until('it goes on where it was, for who left it', async () =>
    (await titlesOf(one, other)).includes('mine two'),
  )
})

it('who takes back the consent to guides sees none of them any longer', async () => {
  const page = await product.open({ tours: [tour('only')] })
  await untilTitled(page, 'only one')
  await page.evaluate(() => (window.handrail as Handrail).consent({ guides: false }))
  await untilTitled(page)
  await page.evaluate(() => (window.handrail as Handrail).consent({ guides: true }))
  await untilTitled(page, 'only one')
})

it('an item that is done in one tab is ticked in the other, and told of once', async () => {
  const items = [
    { id: 'import', title: 'Import', done: { event: 'Imported' } },
    { id: 'invite', title: 'Invite', done: { event: 'Invited' } },
    { id: 'export', title: 'Export', done: { event: 'Exported' } },
  ]
  const config = { checklists: [{ id: 'start', title: 'Get started', open: true, items }] }
  const tabs = [await product.open(config), await product.open(config)]
  for (const page of tabs) {
    await untilTitled(page, 'Get started')
    await page.evaluate(() => {
      const told: unknown[] = []
      Object.assign(window, { told })
      ;(window.handrail as Handrail).on('event', ({ event }) => told.push(event))
    })
  }
  await track(tabs[0] as Page, 'Imported')
  for (const page of tabs) await page.getByText('1 of 3 done').waitFor()
  await track(tabs[1] as Page, 'Invited')
  for (const page of tabs) await page.getByText('2 of 3 done').waitFor()
  const told = await Promise.all(tabs.map((page) => page.evaluate(() => Reflect.get(window, 'told'))))
  expect(told.flat().filter((event) => event === 'Item Completed')).toHaveLength(2)
})

it('what a trait reaches in every tab at once counts once', async () => {
  const paid = { trait: 'plan', is: 'paid' }
  const config = {
    tours: [tour('sold', { when: { page: '/page' }, goal: paid }), tour('kept', { holdout: 100 })],
    checklists: [
      {
        id: 'start',
        title: 'Get started',
        items: [
          { id: 'pay', title: 'Pay', done: paid },
          { id: 'invite', title: 'Invite', done: { event: 'Invited' } },
        ],
      },
    ],
  }
  const note = () => {
    const told: unknown[] = []
    Object.assign(window, { told })
    ;(window.handrail as Handrail).on('event', ({ event, messageId }) => told.push([event, messageId]))
  }
  const first = await product.open(config)
  await untilTitled(first, 'sold one', 'Get started')
  const tabs = [first, await product.open(config), await product.open(config)]
  for (const page of tabs) await page.evaluate(note)
  await first.evaluate(() => (window.handrail as Handrail).identify('ada', { plan: 'paid' }))
  for (const page of tabs) await page.getByText('1 of 2 done').waitFor()
  const told = await Promise.all(tabs.map((page) => page.evaluate(() => Reflect.get(window, 'told'))))
  for (const name of ['Guide Goal Reached', 'Item Completed']) {
    const ids = told.flat().flatMap(([event, id]) => (event === name ? [id] : []))
    expect(new Set(ids).size, name).toBe(1)
  }
})
