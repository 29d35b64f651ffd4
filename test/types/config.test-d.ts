import type { Config } from 'handrail/schema'
import { assertType, expectTypeOf, it } from 'vitest'

it('accepts the smallest config', () => {
  assertType<Config>({ version: 1 })
})

it('knows the one version of the format', () => {
  expectTypeOf<Config['version']>().toEqualTypeOf<1>()
  // @ts-expect-error there is no version 2
  assertType<Config>({ version: 2 })
})
