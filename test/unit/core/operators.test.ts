import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/core/operators'
import type { Operators } from '../../../src/schema'
import { DAY, NOW } from './a-context'
import { operators } from './arbitrary'

const holds = (value: unknown, expected: Operators) => compare(value, expected, NOW)

describe('a missing value', () => {
  test.each<[Operators]>([[{ exists: false }], [{ isNot: 'x' }], [{ notIn: ['x'] }]])(
    'satisfies %j',
    (expected) => {
      expect(holds(undefined, expected)).toBe(true)
    },
  )

  test.each<[Operators]>([
    [{ exists: true }],
    [{ is: null }],
    [{ in: [null] }],
    [{ gt: -1 }],
    [{ lt: 1 }],
    [{ lte: 0 }],
    [{ contains: '' }],
    [{ startsWith: '' }],
    [{ matches: '' }],
    [{ before: '2030-01-01' }],
    [{ olderThan: 'P0D' }],
    [{ newerThan: 'P10Y' }],
  ])('does not satisfy %j', (expected) => {
    expect(holds(undefined, expected)).toBe(false)
  })
})

test.each<[unknown, Operators, boolean]>([
  ['admin', { is: 'admin' }, true],
  [5, { is: '5' }, false],
  ['5', { is: 5 }, false],
  [null, { is: null }, true],
  [null, { exists: true }, false],
  [0, { exists: true }, true],
  ['', { exists: true }, true],
  [5, { isNot: '5' }, true],
  ['b', { in: ['a', 'b'] }, true],
  ['b', { notIn: ['a', 'b'] }, false],
  [25, { gte: 25, lt: 26 }, true],
  ['25', { gt: 9 }, true],
  ['', { lt: 1 }, false],
  ['  ', { lte: 0 }, false],
  ['many', { gt: 0 }, false],
  [true, { gt: 0 }, false],
  [null, { lte: 0 }, false],
  [[5], { gt: 0 }, false],
  ['2026-11-20', { gt: '2026-11-01' }, true],
  ['2026-11-20', { gt: 5 }, false],
  ['Trial plan', { contains: 'plan' }, true],
  [['a', 'b'], { contains: 'b' }, true],
  [['a', 2], { contains: 2 }, true],
  [25, { contains: 2 }, false],
  ['ada@acme.test', { endsWith: '@acme.test', startsWith: 'ada' }, true],
  ['ada', { matches: '^a.a$' }, true],
  ['ada', { matches: '(' }, false],
  ['a'.repeat(301), { matches: 'a' }, false],
  ['2026-11-01', { before: '2026-11-02', after: '2026-10-31' }, true],
  ['yesterday', { before: '2026-11-02' }, false],
  [25, { olderThan: 'P30D' }, false],
])('compare(%j, %j) is %j', (value, expected, outcome) => {
  expect(holds(value, expected)).toBe(outcome)
})

test('an age is taken from ISO text, dates, and epoch seconds or milliseconds alike', () => {
  const at = NOW - 31 * DAY
  for (const value of [new Date(at).toISOString(), new Date(at), at, at / 1000]) {
    expect(holds(value, { olderThan: 'P30D' })).toBe(true)
    expect(holds(value, { newerThan: 'P30D' })).toBe(false)
  }
})

test('a date-time without a zone is UTC, wherever it is read', () => {
  expect(
    holds('2026-11-22T12:00:00', { before: '2026-11-22T12:00:01Z', after: '2026-11-22T11:59:59Z' }),
  ).toBe(true)
})

test('without any operator nothing is compared', () => {
  expect(holds('x', {})).toBe(false)
})

test('no value and no operator makes it throw, and `isNot` is the opposite of `is`', () => {
  fc.assert(
    fc.property(fc.anything(), operators, (value, expected) => {
      expect(typeof holds(value, expected)).toBe('boolean')
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer(), fc.constant(undefined)), fc.string(), (value, is) => {
      expect(holds(value, { isNot: is })).toBe(!holds(value, { is }))
    }),
  )
})

const nothingLike = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.anything()),
  fc.object(),
  fc.stringMatching(/^\s*$/),
)
const orderings = ['gt', 'gte', 'lt', 'lte'] as const

test('what is neither a number nor a date is in no order with one, and blank text is neither', () => {
  fc.assert(
    fc.property(
      nothingLike,
      fc.constantFrom(...orderings),
      fc.oneof(fc.double(), fc.constant('2026-11-01')),
      (value, operator, expected) => {
        expect(holds(value, { [operator]: expected })).toBe(false)
      },
    ),
  )
})

test('operators on text are false for everything else, those on dates for what is none', () => {
  const noText = fc.oneof(fc.double(), fc.boolean(), fc.constant(null), fc.object())
  fc.assert(
    fc.property(
      noText,
      fc.constantFrom('startsWith', 'endsWith', 'matches', 'contains'),
      (value, operator) => {
        expect(holds(value, { [operator]: '' })).toBe(false)
      },
    ),
  )
  fc.assert(
    fc.property(nothingLike, (value) => {
      expect(holds(value, { olderThan: 'P0D' }) || holds(value, { newerThan: 'P99Y' })).toBe(false)
      expect(holds(value, { before: '9999-01-01' }) || holds(value, { after: '0001-01-01' })).toBe(false)
    }),
  )
})

// One that backtracks exponentially does not come back before the runner gives up.
test('every pattern that a config may hold comes to an answer, whatever the text', () => {
  for (const matches of ['a*a*a*b', 'a*a*b', '.*.*x'])
    for (const length of [100, 300, 10_000]) expect(holds('a'.repeat(length), { matches })).toBe(false)
})
