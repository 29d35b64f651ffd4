import { unsafePattern } from './safe-pattern'

/** What a check of zod is given, as far as a rule needs it. */
export interface Payload<Value> {
  value: Value
  issues: { push(issue: BrokenRule): unknown }
}
type BrokenRule = {
  code: 'custom'
  input: unknown
  message: string
  path: string[]
  continue: true
}

/**
 * A check for what zod has no word for. `expect` tells what was expected of the value instead, if anything; `path`
 * is where in it the problem points.
 */
const rule =
  <Value>(expect: (value: Value) => string | false | undefined, path: string[] = []) =>
  ({ value, issues }: Payload<Value>): void => {
    const message = expect(value)
    // A path of its own for each issue: zod writes into it where the value stands.
    if (message) issues.push({ code: 'custom', input: value, message, path: [...path], continue: true })
  }

export const OPERATORS = [
  'is',
  'isNot',
  'in',
  'notIn',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'exists',
  'before',
  'after',
  'olderThan',
  'newerThan',
] as const

/** Every rule has a name: functions cannot be written into the table that a page reads, names can. */
export const rules = {
  whole: rule<number>((value) => !Number.isInteger(value) && 'a whole number'),
  pattern: rule(unsafePattern),
  // `__proto__` is no key: zod leaves it out of what it hands to a check, the walk of the table does not.
  language: rule<object>(
    (value) => Object.keys(value).every((key) => key === '__proto__') && 'a text in at least one language',
  ),
  operator: rule<object>(
    (value) =>
      !OPERATORS.some((name) => Object.hasOwn(value, name)) && `one of the operators ${OPERATORS.join(', ')}`,
  ),
  target: rule<{ as?: unknown; target?: unknown }>(
    (value) =>
      value.as === 'tooltip' && value.target === undefined && 'a target, because a tooltip needs one',
    ['target'],
  ),
  content: rule<{ title?: unknown; body?: unknown; media?: unknown }>(
    ({ title, body, media }) =>
      title === undefined && body === undefined && media === undefined && 'a title, a body or media',
  ),
  article: rule<{ body?: unknown; url?: unknown }>(
    ({ body, url }) => body === undefined && url === undefined && 'a body or a url',
  ),
}
export type RuleName = keyof typeof rules
