/** What is wrong with a value, as zod tells it. */
export interface Issue {
  code: string
  path: PropertyKey[]
  input: unknown
  /** The value has the right form, so that further checks make sense. */
  continue?: boolean
  [detail: string]: unknown
}

/** `sound`: nothing was wrong before, or nothing that makes this check meaningless. */
export type Check = (value: unknown, sound: boolean) => Issue | false

export interface Schema {
  run(value: unknown): Issue[]
  check(...checks: Check[]): Schema
  safeParse(value: unknown): { success: boolean; error: { issues: Issue[] } }
}

export const createIssue = (
  code: string,
  input: unknown,
  details: object,
  path: PropertyKey[] = [],
): Issue => ({ code, input, path, ...details })

export const isSound = (issues: Issue[]): boolean => issues.every((issue) => issue.continue)

/** A schema from a function that tells all that is wrong with the form of a value. */
export function createSchema(inspect: (value: unknown) => Issue[], checks: Check[] = []): Schema {
  const run = (value: unknown): Issue[] => {
    const issues = inspect(value)
    for (const check of checks) {
      const issue = check(value, isSound(issues))
      if (issue) issues.push(issue)
    }
    return issues
  }
  return {
    run,
    check: (...more) => createSchema(inspect, [...checks, ...more]),
    safeParse(value) {
      const issues = run(value)
      return { success: issues.length === 0, error: { issues } }
    },
  }
}
