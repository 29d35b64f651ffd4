import { type Check, createIssue } from './schema'

interface Refinement {
  error: string | ((issue: { input: unknown }) => string)
  path?: PropertyKey[]
}

export const refine =
  (holds: (value: unknown) => boolean, { error, path }: Refinement): Check =>
  (value, sound) => {
    if (!sound || holds(value)) return false
    const message = typeof error === 'string' ? error : error({ input: value })
    return createIssue('custom', value, { message, continue: true }, path)
  }

export const regex =
  (pattern: RegExp, message: string): Check =>
  (value, sound) =>
    sound && !pattern.test(String(value)) && createIssue('invalid_format', value, { message, continue: true })

export const gte =
  (minimum: number): Check =>
  (value, sound) =>
    sound && Number(value) < minimum && tooSmall(value, minimum, 'number')
export const lte =
  (maximum: number): Check =>
  (value, sound) =>
    sound && Number(value) > maximum && tooBig(value, maximum, 'number')

// Like zod, these look at whatever has a length, also at a value of another type.
export const minLength =
  (minimum: number): Check =>
  (value) =>
    lengthOf(value) < minimum && tooSmall(value, minimum, originOf(value))
export const maxLength =
  (maximum: number): Check =>
  (value) =>
    lengthOf(value) > maximum && tooBig(value, maximum, originOf(value))

const tooSmall = (value: unknown, minimum: number, origin: string) =>
  createIssue('too_small', value, { minimum, origin, continue: true })
const tooBig = (value: unknown, maximum: number, origin: string) =>
  createIssue('too_big', value, { maximum, origin, continue: true })

/** In characters, not in UTF-16 units. */
const lengthOf = (value: unknown): number =>
  typeof value === 'string' ? [...value].length : Object(value).length
const originOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value)
