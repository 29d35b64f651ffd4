import type { Condition, Config } from 'handrail'
import { assertType, it } from 'vitest'

type Tour = NonNullable<Config['tours']>[number]

it('accepts the smallest config, and only version 1', () => {
  assertType<Config>({ version: 1 })
  // @ts-expect-error there is no version 2
  assertType<Config>({ version: 2 })
  // @ts-expect-error the version is not optional
  assertType<Config>({})
})

it('refuses a key it does not know', () => {
  // @ts-expect-error the key is `tours`
  assertType<Config>({ version: 1, tour: [] })
})

it('knows the shapes of a step', () => {
  assertType<Tour['steps']>([{ id: 'hello', as: 'modal', title: 'Hello', body: { en: 'Hi', fa: 'سلام' } }])
  // @ts-expect-error there is no balloon
  assertType<Tour['steps']>([{ id: 'hello', as: 'balloon', title: 'Hello' }])
})

it('nests conditions and checks their leaves', () => {
  assertType<Condition>({ all: [{ trait: 'role', is: 'admin' }, { not: { segment: 'trial' } }] })
  assertType<Condition>({ feature: 'export-csv', used: true })
  // @ts-expect-error a guide is never "opened"
  assertType<Condition>({ guide: 'welcome', state: 'opened' })
  // @ts-expect-error `all` takes a list
  assertType<Condition>({ all: { trait: 'role', is: 'admin' } })
})
