const MAX_DEPTH = 12
const MAX_VALUES = 5000

type Json = Record<string, unknown>

/**
 * A copy of `value` that JSON can hold and that the host can no longer change. What JSON cannot hold (cycles,
 * BigInt, functions, symbols, NaN, DOM nodes, maps, getters that throw) becomes text that says so. Never throws;
 * visits at most 5,000 values, 12 levels deep.
 */
export function sanitize(value: unknown): Json {
  const copy = new Copier()._copy(value, 0)
  return typeof copy === 'object' && copy !== null && !Array.isArray(copy) ? (copy as Json) : {}
}

class Copier {
  _left = MAX_VALUES
  readonly _above: object[] = []

  _copy(value: unknown, depth: number): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return value
      case 'number':
        return Number.isFinite(value) ? value : `[${value}]`
      case 'object':
        return value === null ? null : this._object(value, depth)
      case 'function':
        return '[Function]'
      default:
        return `[${typeof value} ${String(value)}]`
    }
  }

  _object(value: object, depth: number): unknown {
    if (this._above.includes(value)) return '[Circular]'
    if (depth > MAX_DEPTH) return '[Too deep]'
    this._above.push(value)
    try {
      return this._members(value, depth + 1)
    } catch (error) {
      return thrown(error)
    } finally {
      this._above.pop()
    }
  }

  _members(value: object, depth: number): unknown {
    if (Array.isArray(value)) return this._array(value, depth)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) {
      const foreign = describe(value)
      if (foreign !== value) return this._copy(foreign, depth)
    }
    const copy: Json = {}
    for (const key of Object.keys(value)) {
      if (this._left-- <= 0) break
      const member = this._read(value as Json, key, depth)
      if (member !== undefined && key !== '__proto__') copy[key] = member
    }
    return copy
  }

  _array(values: readonly unknown[], depth: number): unknown[] {
    const copy: unknown[] = []
    for (let index = 0; index < values.length && this._left-- > 0; index++) {
      copy.push(this._copy(values[index], depth) ?? null)
    }
    return copy
  }

  _read(holder: Json, key: string, depth: number): unknown {
    try {
      return this._copy(holder[key], depth)
    } catch (error) {
      return thrown(error)
    }
  }
}

/** What stands for an object of a class: what its `toJSON` says, itself when it holds plain data, else its name. */
function describe(value: object): unknown {
  const tag = Object.prototype.toString.call(value)
  if (tag === '[object Date]')
    return Number.isFinite(+value) ? (value as Date).toISOString() : '[Invalid Date]'
  if (/^\[object (String|Number|Boolean)\]$/.test(tag)) return value.valueOf()
  if (tag === '[object Error]') return String(value)
  if (tag !== '[object Object]') return tag
  const { toJSON } = value as { toJSON?: unknown }
  return typeof toJSON === 'function' ? toJSON.call(value) : value
}

const thrown = (error: unknown): string =>
  `[Throws ${error instanceof Error ? error.message : 'an exception'}]`
