import type * as z from 'zod/mini'
import { type RuleName, rules } from '../rules'
import type { Checks } from './shape'

/** As `check.ts` makes them; there may be several rules. */
const ORDER = ['rules', 'pattern', 'min', 'max', 'minLength', 'maxLength']

/** The checks of a schema of zod. Throws where a table has no place for one, or they are made in another order. */
export function checksOf({ checks = [] }: z.core.$ZodTypeDef): Checks {
  const found = checks.map(checkOf)
  const made = found.flatMap(Object.keys).map((name) => ORDER.indexOf(name))
  if (made.some((place, i) => place < Number(made[i - 1]) || (place > 0 && place === made[i - 1])))
    throw new Error(`checks have to stand once and in this order: ${ORDER.join(', ')}`)
  const names = found.flatMap(({ rules = [] }) => rules)
  return Object.assign({}, ...found, names.length > 0 && { rules: names })
}

function checkOf(check: z.core.$ZodCheck): Checks {
  const def = check._zod.def as z.core.$ZodChecks['_zod']['def'] // each check of zod is one of these
  switch (def.check) {
    case 'greater_than':
      return { min: inclusive(def) }
    case 'less_than':
      return { max: inclusive(def) }
    case 'min_length':
      return { minLength: def.minimum }
    case 'max_length':
      return { maxLength: def.maximum }
    case 'string_format':
      return { pattern: [sourceOf(def.pattern), wordsOf(def)] }
  }
  // What editors read checks nothing.
  return ['describe', 'meta'].includes(def.check) ? {} : { rules: [nameOf(check._zod.check)] }
}

function inclusive({ inclusive, value }: { inclusive: boolean; value: unknown }): number {
  if (!inclusive) throw new Error('a bound has to belong to what it bounds')
  return Number(value)
}

function sourceOf(pattern: RegExp | undefined): string {
  if (pattern?.flags !== 'u') throw new Error(`${pattern} has to have the flag u`)
  return pattern.source
}

function nameOf(check: unknown): RuleName {
  const [name] = Object.entries(rules).find(([, rule]) => rule === check) ?? []
  if (!name) throw new Error('a check has to be one of the rules')
  return name as RuleName // a key of them
}

/** What is said to be expected. */
export function wordsOf({ error }: { error?: z.core.$ZodErrorMap<never> | undefined }): string {
  const words = error?.({} as never) // those of our schemas are the same for every issue
  if (typeof words !== 'string') throw new Error('an author has to be told what is expected')
  return words
}
