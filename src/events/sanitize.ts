const MAX_DEPTH = 12
const MAX_VALUES = 5000

type Json = Record<string, unknown>

// State of the copy under way, which is synchronous: reused, because most objects are small and come often.
const above: object[] = []
let left = 0

/**
 * A copy of `value` that JSON can hold and that the host can no longer change. What JSON cannot hold (cycles,
 * BigInt, functions, symbols, NaN, DOM nodes, maps, getters that throw) becomes text that says so; what is not an
 * object becomes an empty one. Never throws; visits at most 5,000 values, 12 levels deep.
 */
export function sanitize(value: unknown): Json {
  left = MAX_VALUES
  const copied = copy(value)
  return typeof copied === 'object' && copied !== null && !Array.isArray(copied) ? (copied as Json) : {}
}

function copy(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      return Number.isFinite(value) ? value + 0 : `[${value}]` // JSON knows no -0
    case 'object':
      return value && copyObject(value)
    case 'function':
      return '[Function]'
    default:
      return `[${typeof value} ${String(value)}]`
  }
}

function copyObject(value: object): unknown {
  if (above.includes(value)) return '[Circular]'
  if (above.length > MAX_DEPTH) return '[Too deep]'
  above.push(value)
  try {
    const plain = describe(value)
    return plain === value ? copyMembers(value as Json) : copy(plain)
  } catch (error) {
    return thrown(error)
  } finally {
    above.pop()
  }
}

function copyMembers(value: Json): unknown {
  const isList = Array.isArray(value)
  const list: unknown[] = []
  const record: Json = {}
  for (const key of Object.keys(value)) {
    if (left-- <= 0) break
    let member: unknown
    try {
      member = value[key]
      if (typeof member !== 'string') member = copy(member)
    } catch (error) {
      member = thrown(error)
    }
    if (isList) list.push(member ?? null)
    else if (member !== undefined && key !== '__proto__') record[key] = member
  }
  return isList ? list : record
}

/** What stands for an object: itself when it holds plain data, what it says for JSON, else the name of its class. */
function describe(value: object): unknown {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null || Array.isArray(value)) return value
  // A date that is none has no JSON.
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON() ?? `[${value}]`
  const boxed: unknown = value.valueOf()
  if (typeof boxed !== 'object') return boxed
  if (value instanceof Error) return String(value)
  const tag = Object.prototype.toString.call(value)
  return tag === '[object Object]' ? value : tag
}

const thrown = (error: unknown): string =>
  `[Throws ${error instanceof Error ? error.message : 'an exception'}]`
