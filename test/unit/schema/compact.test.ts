import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fromZod } from '../../../src/schema/compact/from-zod'
import { rules } from '../../../src/schema/rules'
import { validateConfig } from './both'
import { changed } from './generate/changes'
import { configs } from './generate/configs'

describe('the table of pages', () => {
  it('finds what zod finds and says it in the same words, whatever is wrong with a config', () => {
    let wrong = 0
    fc.assert(
      fc.property(
        changed(configs),
        fc.constantFrom('error' as const, 'warning' as const),
        (config, unknownKeys) => {
          wrong += validateConfig(config, { unknownKeys }).problems.length
        },
      ),
      { numRuns: 100, endOnFailure: true },
    )
    expect(wrong).toBeGreaterThan(100)
  })

  it.each([
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { version: 2 },
    { version: 1, tours: {}, name: undefined, x: 1 },
    { version: 1, tours: [undefined], features: [undefined], theme: undefined },
  ])('finds what zod finds in %j, which is hardly a config', (json) => {
    expect(validateConfig(json).config.tours ?? []).toEqual([])
  })

  const text = z.string()
  it('says once what stands in several places, and what holds itself', () => {
    const tree: z.ZodMiniType = z.lazy(() => branches)
    const branches = z.strictObject({ name: text, under: z.optional(z.array(tree)) })
    expect(fromZod({ name: text, tree }, { trees: tree })).toEqual({
      keys: { name: 0, tree: 1 },
      lists: { trees: 1 },
      shapes: [{ type: 'string' }, { object: { name: 0, 'under?': { array: 1 } } }],
    })
  })

  it('has every check, a rule by its name', () => {
    const { keys } = fromZod(
      {
        short: text.check(z.minLength(1), z.maxLength(9)),
        path: text.check(z.regex(/^\//u, 'a path')),
        points: z.number().check(rules.whole, z.gte(2), z.lte(10)),
      },
      {},
    )
    expect(keys).toEqual({
      short: { type: 'string', minLength: 1, maxLength: 9 },
      path: { type: 'string', pattern: ['^\\/', 'a path'] },
      points: { type: 'number', rules: ['whole'], min: 2, max: 10 },
    })
  })

  it.each([
    ['a type that it does not know', z.date(), 'no place for date'],
    ['an object that may hold anything', z.looseObject({ name: text }), 'strict'],
    ['a check that is no rule', text.check(z.refine(Boolean)), 'one of the rules'],
    ['a bound that is not reached', z.number().check(z.gt(1)), 'bound'],
    ['checks in another order', z.number().check(z.lte(10), z.gte(2)), 'order'],
    ['a check twice', z.number().check(z.gte(1), z.gte(2)), 'order'],
    ['a pattern without the flag u', text.check(z.regex(/a/, 'an a')), 'flag u'],
    ['a pattern without words', text.check(z.regex(/a/u)), 'told'],
    ['a union without words', z.union([text, z.number()]), 'told'],
  ])('refuses %s', (_what, schema, why) => {
    expect(() => fromZod({ schema }, {})).toThrow(why)
  })
})
