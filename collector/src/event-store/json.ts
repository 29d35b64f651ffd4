export type Json = Record<string, unknown>

/** A value that is no object has no keys: nothing in it is found. */
export const toObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {} // any object has text keys

/** Nobody nests so deep, and what goes far deeper overflows the stack of whatever writes it out. */
export const maxLevels = 100

export function isTooDeep(value: unknown, levels: number = maxLevels): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isTooDeep(part, levels - 1))
}

/** What a sender put into a column of JSON: any value may stand there, also where an object is expected. */
export const parseObject = (json: string): Json => (json === '' ? {} : toObject(JSON.parse(json)))
