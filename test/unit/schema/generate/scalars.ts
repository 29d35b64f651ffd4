import fc from 'fast-check'
import type * as z from 'zod/mini'
import { duration, url } from '../../../../src/schema/scalars'

type Values = fc.Arbitrary<unknown>

/** Values of a schema that holds no other schema. */
export function scalarsOf(schema: z.core.$ZodTypes): Values {
  const { def } = schema._zod
  switch (def.type) {
    case 'string':
      return stringsOf(boundsOf(schema))
    case 'number':
      return numbersOf(boundsOf(schema))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'unknown':
      return fc.jsonValue({ maxDepth: 1 })
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    default:
      throw new Error(`no values are known for ${def.type}`)
  }
}

interface Bounds {
  min?: number
  max?: number
  pattern?: RegExp
}

/** What the checks of a schema ask for: of a number, of the length of a text or list. */
export function boundsOf(schema: z.core.$ZodType): Bounds {
  const bounds: Bounds = {}
  for (const check of schema._zod.def.checks ?? []) {
    const def = check._zod.def as z.core.$ZodChecks['_zod']['def'] // each check of zod is one of these
    if (def.check === 'greater_than') bounds.min = Number(def.value)
    if (def.check === 'less_than') bounds.max = Number(def.value)
    if (def.check === 'min_length') bounds.min = def.minimum
    if (def.check === 'max_length') bounds.max = def.maximum
    if (def.check === 'string_format' && def.pattern) bounds.pattern = def.pattern
  }
  return bounds
}

/** For patterns with lookaheads, which `fc.stringMatching` cannot follow. */
const byHand = new Map([
  [boundsOf(duration).pattern, fc.stringMatching(/^P(\d{1,2}D|T\d{1,2}H(\d{1,2}M)?)$/)],
  [boundsOf(url).pattern, fc.stringMatching(/^(https:\/\/|mailto:|tel:|\/|\?|#)?[a-z0-9/]{1,9}$/)],
])

function stringsOf({ pattern, min = 0 }: Bounds): Values {
  if (pattern) return byHand.get(pattern) ?? fc.stringMatching(pattern)
  return fc.string({ minLength: min, maxLength: min + 8, unit: 'grapheme' })
}

const numbersOf = ({ min = -1e6, max = 1e6 }: Bounds): Values =>
  fc.oneof(fc.integer({ min, max }), fc.double({ min, max, noNaN: true }))
