import type { Config } from './config'
import type { Issue } from './issue'
import { toProblems, unknownKey } from './issues'
import { createProblem, type Problem, show } from './problem'
import { checkReferences, knownIds } from './references'
import { checkSegments } from './segment-cycles'
import { checkUniqueIds, duplicateId } from './unique-ids'

type Json = Record<string, unknown>
type Path = (string | number)[]

/** The schema of the document in parts, so that what is broken is left out by itself. */
export interface Parts {
  /** Keys of the document that hold a list. */
  lists: readonly string[]
  /** All others. */
  keys: readonly string[]
  /** What is wrong with the value of a key, or with an entry of a list. */
  issuesIn(key: string, value: unknown): readonly Issue[]
}

export interface Validation {
  /** What is valid of the document; broken guides are left out. */
  config: Config
  problems: Problem[]
}

export interface ValidateOptions {
  /**
   * `error` for authors, `warning` where users are waiting: the key is then ignored.
   * @default 'error'
   */
  unknownKeys?: 'error' | 'warning'
}

/** Checks a config by the parts of its schema. */
export function validateParts(
  { keys, lists, issuesIn }: Parts,
  json: unknown,
  { unknownKeys = 'error' }: ValidateOptions = {},
): Validation {
  if (!isObject(json)) return failed(createProblem('invalid_type', [], show(json), 'an object'))
  if (json.version !== 1)
    return failed(createProblem('unsupported_version', ['version'], show(json.version), '1'))
  const problems: Problem[] = []
  const known = knownIds(json)
  const config: Json = {}

  const accept: Accept = (key, value, path) => {
    const found = readable(path, () => [
      ...toProblems(issuesIn(key, value), value, path),
      ...checkReferences(value, path, known),
      ...checkUniqueIds(value, path),
    ]).map((problem) => (problem.code === 'unknown_key' ? { ...problem, level: unknownKeys } : problem))
    problems.push(...found)
    return found.every((problem) => problem.level === 'warning')
  }

  for (const [key, value] of Object.entries(json)) {
    if (lists.includes(key)) config[key] = acceptList(key, value, accept, problems)
    else if (!keys.includes(key))
      problems.push({ ...unknownKey(key, [...keys, ...lists].join(', '), []), level: unknownKeys })
    else if (accept(key, value, [key])) config[key] = value
  }
  const valid = config as Config // every key went through its schema
  problems.push(...checkSegments(valid.segments))
  return { config: valid, problems }
}

/** Whether the value of a key, or an entry of a list, can be used; tells its problems. */
type Accept = (key: string, value: unknown, path: Path) => boolean

/** What is found in a part, or that it cannot be read: it holds itself, or is nested deeper than the stack. */
function readable(path: Path, find: () => Problem[]): Problem[] {
  try {
    return find()
  } catch (error) {
    return [createProblem('unreadable', path, `what cannot be read (${(error as Error).message})`, 'JSON')]
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const failed = (problem: Problem): Validation => ({ config: { version: 1 }, problems: [problem] })

function acceptList(key: string, list: unknown, accept: Accept, problems: Problem[]): unknown[] {
  if (!Array.isArray(list)) {
    problems.push(createProblem('invalid_type', [key], show(list), 'a list'))
    return []
  }
  const seen = new Set<unknown>()
  return list.filter((entry, i) => {
    const before = problems.length
    const id = isObject(entry) ? entry.id : undefined
    const valid = accept(key, entry, [key, i])
    if (valid && seen.has(id)) problems.push(duplicateId([key, i, 'id'], String(id)))
    for (const problem of problems.slice(before)) if (typeof id === 'string') problem.guide = id
    return valid && !seen.has(id) && seen.add(id)
  })
}
