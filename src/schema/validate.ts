import type * as z from 'zod/mini'
import { type Config, keySchemas, listSchemas } from './config'
import { toProblems, unknownKey } from './issues'
import { createProblem, type Problem, show } from './problem'
import { checkReferences, knownIds } from './references'
import { checkSegments } from './segment-cycles'
import { checkUniqueIds, duplicateId } from './unique-ids'

export { summarize } from './problem'

type Json = Record<string, unknown>
type ListKey = keyof typeof listSchemas

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

/**
 * Checks a config. Never throws: whatever is wrong comes back as problems, and every guide that is right by itself is kept.
 */
export function validateConfig(json: unknown, { unknownKeys = 'error' }: ValidateOptions = {}): Validation {
  if (!isObject(json)) return failed(createProblem('invalid_type', [], show(json), 'an object'))
  if (json.version !== 1)
    return failed(createProblem('unsupported_version', ['version'], show(json.version), '1'))
  const problems: Problem[] = []
  const known = knownIds(json)
  const config: Json = {}

  const accept = (schema: z.ZodMiniType, value: unknown, path: (string | number)[]): boolean => {
    const parsed = schema.safeParse(value, { error: knownKeys })
    const found = [
      ...(parsed.success ? [] : toProblems(parsed.error.issues, value, path)),
      ...checkReferences(value, path, known),
      ...checkUniqueIds(value, path),
    ].map((problem) => (problem.code === 'unknown_key' ? { ...problem, level: unknownKeys } : problem))
    problems.push(...found)
    return found.every((problem) => problem.level === 'warning')
  }

  for (const [key, value] of Object.entries(json)) {
    if (isListKey(key)) config[key] = acceptList(key, value, accept, problems)
    else if (!Object.hasOwn(keySchemas, key))
      problems.push({
        ...unknownKey(key, Object.keys({ ...keySchemas, ...listSchemas }).join(', '), []),
        level: unknownKeys,
      })
    else if (accept(keySchemas[key as keyof typeof keySchemas], value, [key])) config[key] = value // hasOwn above
  }
  const valid = config as Config // every key went through its schema
  problems.push(...checkSegments(valid.segments))
  return { config: valid, problems }
}

/** The message of `unrecognized_keys`: all keys that the object may have. */
const knownKeys: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' && inst ? Object.keys(Object(inst._zod.def).shape).join(', ') : undefined

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isListKey = (key: string): key is ListKey => Object.hasOwn(listSchemas, key)
const failed = (problem: Problem): Validation => ({ config: { version: 1 }, problems: [problem] })

function acceptList(
  key: ListKey,
  list: unknown,
  accept: (schema: z.ZodMiniType, value: unknown, path: (string | number)[]) => boolean,
  problems: Problem[],
): unknown[] {
  if (!Array.isArray(list)) {
    problems.push(createProblem('invalid_type', [key], show(list), 'a list'))
    return []
  }
  const seen = new Set<unknown>()
  return list.filter((entry, i) => {
    const before = problems.length
    const id = isObject(entry) ? entry.id : undefined
    const valid = accept(listSchemas[key], entry, [key, i])
    if (valid && seen.has(id)) problems.push(duplicateId([key, i, 'id'], String(id)))
    for (const problem of problems.slice(before)) if (typeof id === 'string') problem.guide = id
    return valid && !seen.has(id) && seen.add(id)
  })
}
