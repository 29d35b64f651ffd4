import type * as z from 'zod/mini'

/** A check of a whole value: `expect` says what was expected instead, if anything. */
export const rule =
  <Value>(expect: (value: Value) => string | false | undefined, path: string[] = []): z.core.CheckFn<Value> =>
  ({ value, issues }) => {
    const message = expect(value)
    if (message) issues.push({ code: 'custom', input: value, message, path, continue: true })
  }
