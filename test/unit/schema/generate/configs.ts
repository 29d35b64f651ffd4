import type fc from 'fast-check'
import { configSchema } from '../../../../src/schema'
import { settle } from './settle'
import { valuesOf } from './values'

/** Configs without a fault: of the schema, with ids that are unique and references that resolve. */
export const configs: fc.Arbitrary<Record<string, unknown>> = valuesOf(configSchema).map((config) =>
  settle(Object(config)),
)
