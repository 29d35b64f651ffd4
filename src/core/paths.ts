/**
 * The value at `path` (`a.b.c`), or `undefined`. Own properties only, so that `constructor` or `__proto__` in a
 * config reads nothing. A key that itself holds dots (`plan.tier`) wins over the nested one.
 */
export function readPath(object: unknown, path: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  if (Object.hasOwn(object, path)) return readKey(object, path)
  const dot = path.indexOf('.')
  if (dot < 0) return undefined
  const key = path.slice(0, dot)
  return Object.hasOwn(object, key) ? readPath(readKey(object, key), path.slice(dot + 1)) : undefined
}

// The cast says no more than `in` would: an object may be indexed by any text, and what comes back is unknown.
const readKey = (object: object, key: string): unknown => (object as Record<string, unknown>)[key]

/** The record under `key`, unless it is inherited: `constructor` is a valid id. */
export const own = <T>(records: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(records, key) ? records[key] : undefined
