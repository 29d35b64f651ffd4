import fc from 'fast-check'
import type { Condition, Operators } from '../../../src/schema'

export const names = fc.constantFrom('a', 'b.c', 'role', 'constructor', '__proto__', '')
const scalar = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const dates = fc.constantFrom('2026-11-01', '2026-11-01T10:00:00Z', 'soon', '')
const durations = fc.constantFrom('P30D', 'PT10M', 'P1Y', 'later')

export const operators: fc.Arbitrary<Operators> = fc
  .record(
    {
      is: scalar,
      isNot: scalar,
      in: fc.array(scalar),
      notIn: fc.array(scalar),
      gt: fc.oneof(fc.double(), dates),
      lte: fc.oneof(fc.double(), dates),
      contains: scalar,
      startsWith: fc.string(),
      matches: fc.oneof(fc.string(), fc.constant('^a+$')),
      exists: fc.boolean(),
      before: dates,
      olderThan: durations,
    },
    { requiredKeys: [] },
  )
  .filter((value) => Object.keys(value).length > 0)

/** Conditions of the schema, some of them nonsense within it. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.tuple(names, operators).map(([trait, ops]) => ({ trait, ...ops })),
    fc.tuple(names, operators).map(([account, ops]) => ({ account, ...ops })),
    fc.tuple(names, operators).map(([answer, ops]) => ({ answer, ...ops })),
    names.map((event) => ({ event, count: { gte: 2 }, within: 'P7D' })),
    fc.record({ feature: names, used: fc.boolean() }),
    fc.record({ guide: names, state: fc.constantFrom('shown', 'never', 'completed') }),
    fc.record({ page: fc.constantFrom('/**', '/projects', { regex: '(' }) }),
    fc.record({ element: fc.constantFrom('#x', { css: '<' }), visible: fc.boolean() }),
    fc.record({ segment: fc.constantFrom('self', 'a', 'b', 'missing', 'constructor') }),
    fc.record({ percent: fc.integer({ min: 0, max: 100 }) }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ) as fc.Arbitrary<Condition>, // `oneof` widens the literal types of the leaves
})).condition
