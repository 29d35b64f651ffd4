import type { Operators } from '../schema'
import { dateMs } from './dates'
import { durationMs } from './duration'
import { matchesPattern } from './pattern'

/** `expected` is as unknown as the value: a config that the collector vouches for is not validated again. */
type Test = (value: unknown, expected: unknown, now: number) => boolean

const toNumber = (value: unknown): number => {
  if (typeof value === 'number') return value
  // Number('') is 0, and would satisfy "less than".
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}
/** How far `value` lies above `expected`, as dates when `expected` is one, else as numbers; NaN when they are unlike. */
const difference = (value: unknown, expected: unknown): number =>
  typeof expected === 'number' ? toNumber(value) - expected : dateMs(value) - dateMs(expected)

const ageMs = (value: unknown, now: number): number => now - dateMs(value)
const spanMs = (expected: unknown): number =>
  typeof expected === 'string' ? durationMs(expected) : Number.NaN
const isOneOf: Test = (value, expected) => Array.isArray(expected) && expected.includes(value)
const onText =
  (test: (value: string, expected: string) => boolean): Test =>
  (value, expected) =>
    typeof value === 'string' && typeof expected === 'string' && test(value, expected)
const containsText = onText((value, expected) => value.includes(expected))

const TESTS: Readonly<Record<keyof Operators, Test>> = {
  is: (value, expected) => value === expected,
  isNot: (value, expected) => value !== expected,
  in: isOneOf,
  notIn: (value, expected, now) => Array.isArray(expected) && !isOneOf(value, expected, now),
  gt: (value, expected) => difference(value, expected) > 0,
  gte: (value, expected) => difference(value, expected) >= 0,
  lt: (value, expected) => difference(value, expected) < 0,
  lte: (value, expected) => difference(value, expected) <= 0,
  contains: (value, expected, now) =>
    Array.isArray(value) ? value.includes(expected) : containsText(value, expected, now),
  startsWith: onText((value, expected) => value.startsWith(expected)),
  endsWith: onText((value, expected) => value.endsWith(expected)),
  matches: onText((value, expected) => matchesPattern(expected, value)),
  exists: (value, expected) => (value !== undefined && value !== null) === expected,
  before: (value, expected) => dateMs(value) < dateMs(expected),
  after: (value, expected) => dateMs(value) > dateMs(expected),
  olderThan: (value, expected, now) => ageMs(value, now) > spanMs(expected),
  newerThan: (value, expected, now) => ageMs(value, now) < spanMs(expected),
}
const isOperator = (name: string): name is keyof Operators => Object.hasOwn(TESTS, name)

/**
 * Whether `value` satisfies every operator of `operators`; other keys are passed over, and without any operator it is
 * false. A missing value (`undefined`) satisfies only `exists: false`, `isNot` and `notIn`. Unlike types are false:
 * `is` never converts; the orderings read numeric text as a number, and blank text as none. `now` in ms since the epoch.
 */
export function compare(value: unknown, operators: Operators, now: number): boolean {
  let any = false
  for (const name in operators) {
    if (!isOperator(name) || operators[name] === undefined) continue
    if (!TESTS[name](value, operators[name], now)) return false
    any = true
  }
  return any
}
