import type * as z from 'zod/mini'

/**
 * A check for what zod has no word for. `expect` tells what was expected of the value instead, if anything; `path`
 * is where in it the problem points.
 */
export const rule =
  <Value>(expect: (value: Value) => string | false | undefined, path: string[] = []): z.core.CheckFn<Value> =>
  ({ value, issues }) => {
    const message = expect(value)
    // A path of its own for each issue: zod writes into it where the value stands.
    if (message) issues.push({ code: 'custom', input: value, message, path: [...path], continue: true })
  }
