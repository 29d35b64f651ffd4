import type { Issue } from '../issue'
import { type Payload, rules } from '../rules'
import type { Checks } from './shape'

/** As in zod, `continue`: the value is of its kind all the same, so that it is checked further. */
export type Found = Issue & { continue?: true }

export const isOfKind = (issues: readonly Found[]): boolean => issues.every((issue) => issue.continue)

/** What the checks of a shape find in a value; those of its length ask for no more than that it has one. */
export function checkIssues(checks: Checks, value: unknown, ofItsKind: boolean): Found[] {
  const { rules: names = [], pattern, min, max, minLength, maxLength } = checks
  const issues: Found[] = []
  const bound = (size: unknown, minimum?: number, maximum?: number): void => {
    const origin = Array.isArray(value) ? 'array' : typeof value
    if (minimum !== undefined && !(Number(size) >= minimum))
      issues.push({ code: 'too_small', minimum, origin, path: [], continue: true })
    if (maximum !== undefined && !(Number(size) <= maximum))
      issues.push({ code: 'too_big', maximum, origin, path: [], continue: true })
  }
  if (ofItsKind) {
    // Each stands only where it is for values of that kind.
    for (const name of names) (rules[name] as (payload: Payload<unknown>) => void)({ value, issues })
    if (pattern && !new RegExp(pattern[0], 'u').test(String(value)))
      issues.push({ code: 'invalid_format', message: pattern[1], path: [], continue: true })
    bound(value, min, max)
  }
  const length = lengthOf(value)
  if (length !== undefined) bound(length, minLength, maxLength)
  return issues
}

/** As zod counts: a text in code points. */
const lengthOf = (value: unknown): unknown =>
  typeof value === 'string' ? [...value].length : Object(value).length
