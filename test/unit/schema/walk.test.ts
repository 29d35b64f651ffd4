import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fromZod } from '../../../src/schema/compact/from-zod'
import { createWalk } from '../../../src/schema/compact/walk'
import { toProblems } from '../../../src/schema/issues'
import { rules } from '../../../src/schema/rules'
import { knownKeys } from '../../../src/schema/validate'

const text = z.string()
const short = text.check(z.maxLength(2))
const path = text.check(z.regex(/^\//u, 'a path'), z.minLength(2))
const step = z.strictObject({ as: text, target: z.optional(text) }).check(rules.target)
const tagged = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('a'), n: z.number() }),
    z.strictObject({ type: z.literal(['bb', 'cc']) }),
  ],
  { error: 'a, bb or cc' },
)
/** A text is nearer to the second form, but means the first: the second wants another kind of value. */
const forms = z.union([z.strictObject({ at: path }), z.strictObject({ at: z.number() })], { error: 'a form' })

it.each([
  ['counts letters, not UTF-16 units', short, ['🙂🙂', '🙂🙂🙂', 'abc']],
  ['checks the length of whatever has one', path, ['', 'x', [], ['/'], { length: 'x' }, 5, null]],
  ['knows no infinite number', z.number(), [1e21, Number.NaN, Number.POSITIVE_INFINITY, '1']],
  ['takes a key without a value for none', z.strictObject({ a: z.optional(text) }), [{ a: undefined }, {}]],
  [
    'finds the form by its tag',
    tagged,
    [{ type: 'a' }, { type: 'cc', n: 1 }, { type: 'BB' }, {}, { type: ['a'] }],
  ],
  ['finds the form that is meant', forms, [{ at: 'x' }, { at: 1 }, { at: '/x', by: 1 }, { at: true }, 7]],
  ['finds every entry that is wrong', z.array(text).check(z.minLength(3)), [['a', 1, null], 'abc']],
  [
    'tries rules on an object with an unknown key',
    step,
    [
      { as: 'tooltip', by: 1 },
      { as: 1, by: 1 },
    ],
  ],
  ['knows the keys that are written, not those inherited', step, [{ as: '', toString: 1 }, []]],
  [
    'passes over `__proto__` in a record',
    z.record(short, text),
    [JSON.parse('{"__proto__":1,"abc":"","a":1}')],
  ],
])('the walk of a table %s, as zod does', (_what, schema, values) => {
  const { keys, shapes } = fromZod({ schema }, {})
  const walk = createWalk(shapes)
  for (const value of values) {
    const issues = z.safeParse(schema, value, { error: knownKeys }).error?.issues ?? []
    expect(toProblems(walk(keys.schema ?? 0, value), value, [])).toEqual(toProblems(issues, value, []))
  }
})
