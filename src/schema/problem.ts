import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** One thing wrong with a config: where, what was found, what was expected. */
export interface Problem {
  code: string
  level: 'error' | 'warning'
  path: Path
  /** Id of the guide or feature it is about, where there is one. */
  guide?: string
  /** `tours[0].steps[1].target` */
  at: string
  found: string
  expected: string
  /** All of it in one line. */
  message: string
}

export function createProblem(code: string, path: Path, found: string, expected: string): Problem {
  const at = formatPath(path)
  return {
    code,
    level: 'error',
    path,
    at,
    found,
    expected,
    message: `${at || 'config'}: found ${found}, expected ${expected}`,
  }
}

export function formatPath(path: Path): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
    .join('')
}

/** What a value looks like in an error: its JSON, cut short. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 60 ? `${json.slice(0, 57)}…` : json
}

/** What a page says about its config in the console: all errors in one text, all warnings in another, if any. */
export function summarize(problems: readonly Problem[]): { errors: string; warnings: string } {
  const list = (level: Problem['level'], title: string): string => {
    const lines = problems.filter((problem) => problem.level === level).map(({ message }) => `\n  ${message}`)
    return lines.length > 0 ? title + lines.join('') : ''
  }
  return {
    errors: list('error', 'left out of the config, because it is not valid:'),
    warnings: list('warning', 'ignored in the config:'),
  }
}

/** Zod's issues as problems; of a union only the branch that the author most likely meant. Needs `reportInput`. */
export function toProblems(issues: readonly Issue[], at: Path): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        createProblem('unknown_key', [...path, key], `the unknown key "${key}"`, 'a key of the schema'),
      )
    const meant = issue.code === 'invalid_union' ? likeliest(issue) : undefined
    return meant
      ? toProblems(meant, path)
      : [createProblem(issue.code, path, show(issue.input), expectation(issue))]
  })
}

/** The branch of a union with the least wrong in it, unless several are equally far off. */
function likeliest({ errors }: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  const [first, second] = errors
    .map((branch) => ({ branch, cost: costOf(branch) }))
    .sort((a, b) => a.cost - b.cost)
  return first && first.cost < OTHER_KIND && first.cost !== second?.cost ? first.branch : undefined
}

/** Of a value of another kind: a text where the branch is an object. */
const OTHER_KIND = 1000

const costOf = (branch: readonly Issue[]): number => branch.reduce((sum, issue) => sum + cost(issue), 0)

function cost(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length
  if (issue.path.length === 0) {
    if (issue.code === 'invalid_union') return Math.min(...issue.errors.map(costOf))
    if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return OTHER_KIND
  }
  return issue.input === undefined ? 10 : 1
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'record'
        ? 'an object'
        : `${/^[aio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ')
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'array' ? ' of them' : issue.origin === 'string' ? ' characters' : ''}`
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
    default:
      return issue.message
  }
}
