export type Json = Record<string, unknown>

/** A value that is no object has no keys: nothing in it is found. */
export const toObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {} // any object has text keys
