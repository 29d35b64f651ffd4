import { reasonOf } from '../platform/listeners'

const MAX_DEPTH = 12
const MAX_VALUES = 5000

type Json = Record<string, unknown>

/** The object whose members are being copied, and those that it is in. */
interface Place {
  readonly object: object
  readonly depth: number
  readonly above: Place | undefined
}

/** How many values the copy under way, which is synchronous, may still visit. */
let left = 0

/**
 * A copy of `value` that JSON can hold and that the host can no longer change. What JSON cannot hold (cycles,
 * BigInt, functions, symbols, NaN, DOM nodes, maps, getters that throw) becomes text that says so; what is not an
 * object becomes an empty one. Never throws; visits at most 5,000 values, 12 levels deep.
 */
export function sanitize(value: unknown): Json {
  left = MAX_VALUES
  const copied = copy(value, undefined)
  return typeof copied === 'object' && copied !== null && !Array.isArray(copied) ? (copied as Json) : {}
}

function copy(value: unknown, above: Place | undefined): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      return Number.isFinite(value) ? value + 0 : `[${value}]` // JSON knows no -0
    case 'object':
      return value && copyObject(value, above)
    case 'function':
      return '[Function]'
    default:
      return `[${typeof value} ${String(value)}]`
  }
}

function copyObject(object: object, above: Place | undefined): unknown {
  const depth = above ? above.depth + 1 : 0
  if (isWithin(object, above)) return '[Circular]'
  if (depth > MAX_DEPTH) return '[Too deep]'
  try {
    const place = { object, depth, above }
    const plain = describe(object)
    return plain === object ? copyMembers(object as Json, place) : copy(plain, place)
  } catch (error) {
    return thrown(error)
  }
}

const isWithin = (object: object, place: Place | undefined): boolean =>
  place !== undefined && (place.object === object || isWithin(object, place.above))

function copyMembers(value: Json, place: Place): unknown {
  const isList = Array.isArray(value)
  const list: unknown[] = []
  const record: Json = {}
  for (const key of Object.keys(value)) {
    if (left-- <= 0) break
    let member: unknown
    try {
      member = value[key]
      if (typeof member !== 'string') member = copy(member, place)
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

const thrown = (error: unknown): string => `[Throws ${reasonOf(error)}]`
