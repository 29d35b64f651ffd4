import { expectation } from './expectation'
import type { InvalidUnion, Issue } from './issue'
import { nearest } from './nearest'
import { createProblem, type Problem, show } from './problem'

type Path = readonly PropertyKey[]

/**
 * Issues found in a value, as problems; of a union only the branch that the author most likely meant. The message of
 * `unrecognized_keys` lists the keys that are known.
 */
export function toProblems(issues: readonly Issue[], value: unknown, at: Path): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path]
    const found = valueAt(value, issue.path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownKey(key, issue.message, path))
    if (issue.code === 'invalid_key')
      return issue.issues.map((one) => createProblem(issue.code, path, show(path.at(-1)), expectation(one)))
    const meant = issue.code === 'invalid_union' && likeliest(issue, found)
    return meant
      ? toProblems(meant, found, path)
      : createProblem(issue.code, path, show(found), expectation(issue), nearest(found, valuesOf(issue)))
  })
}

export const unknownKey = (key: string, known: string, path: Path): Problem =>
  createProblem(
    'unknown_key',
    [...path, key],
    `the unknown key "${key}"`,
    `one of ${known}`,
    nearest(key, known.split(', ')),
  )

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => Object(part)[key], value)

/** The words that may stand where an issue is. */
function valuesOf(issue: Issue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values
  if (issue.code !== 'invalid_union') return []
  const own = issue.errors.flat().filter(({ path }) => path.length === 0)
  return issue.options ?? own.flatMap(valuesOf)
}

/** The branch of a union with the least wrong in it, unless several are equally far off. */
function likeliest({ errors }: InvalidUnion, value: unknown): Issue[] | undefined {
  const [first, second] = errors
    .map((branch) => ({ branch, cost: costOf(branch, value) }))
    .sort((a, b) => a.cost - b.cost)
  return first && first.cost < OTHER_KIND && first.cost !== second?.cost ? first.branch : undefined
}

/** Of a value of another kind: a text where the branch is an object. */
const OTHER_KIND = 1000
const MISSING = 10

const costOf = (branch: readonly Issue[], value: unknown): number =>
  branch.reduce((sum, issue) => sum + cost(issue, value), 0)

function cost(issue: Issue, value: unknown): number {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.filter((key) => !nearest(key, issue.message.split(', '))).length
  if (issue.path.length === 0) {
    if (issue.code === 'invalid_union')
      return Math.min(...issue.errors.map((branch) => costOf(branch, value)))
    if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return OTHER_KIND
  }
  return valueAt(value, issue.path) === undefined ? MISSING : 1
}
