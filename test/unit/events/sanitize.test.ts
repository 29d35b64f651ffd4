// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitize } from '../../../src/events/sanitize'

class Money {
  cents: number
  constructor(cents: number) {
    this.cents = cents
  }
}

describe('sanitize', () => {
  it('copies plain data, so that the host may change its own', () => {
    const host = { a: 1, b: 'x', c: null, d: [true, { e: [] }], f: undefined }
    const copy = sanitize(host)
    host.d.push(false)
    expect(copy).toEqual({ a: 1, b: 'x', c: null, d: [true, { e: [] }] })
  })

  it.each([
    ['NaN', Number.NaN, '[NaN]'],
    ['Infinity', Number.NEGATIVE_INFINITY, '[-Infinity]'],
    ['BigInt', 12n, '[bigint 12]'],
    ['a function', () => 1, '[Function]'],
    ['a symbol', Symbol('s'), '[symbol Symbol(s)]'],
    ['a map', new Map([[1, 2]]), '[object Map]'],
    ['a set', new Set([1]), '[object Set]'],
    ['a typed array', new Uint8Array(2), '[object Uint8Array]'],
    ['an error', new TypeError('no'), 'TypeError: no'],
    ['an element', document.createElement('div'), '[object HTMLDivElement]'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['no date', new Date(Number.NaN), '[Invalid Date]'],
    ['a boxed number', Object(7), 7],
    ['an object of a class', new Money(5), { cents: 5 }],
    [
      'toJSON',
      new (class {
        toJSON = () => ({ as: 'said' })
      })(),
      { as: 'said' },
    ],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ])('turns %s into what JSON can hold', (_name, value, expected) => {
    expect(sanitize({ value, list: [value] })).toEqual({ value: expected, list: [expected] })
  })

  it('keeps a getter that throws from costing its neighbours', () => {
    const value = {
      a: 1,
      get b(): number {
        throw new Error('closed')
      },
      c: 3,
    }
    expect(sanitize(value)).toEqual({ a: 1, b: '[Throws closed]', c: 3 })
  })

  it('ends at cycles, at great depth and at great size', () => {
    const cycle: Record<string, unknown> = { a: {} }
    cycle.a = { back: cycle }
    expect(sanitize(cycle)).toEqual({ a: { back: '[Circular]' } })
    const twice = { x: 1 }
    expect(sanitize({ a: twice, b: twice })).toEqual({ a: { x: 1 }, b: { x: 1 } })
    let deep: unknown = 1
    for (let level = 0; level < 100; level++) deep = { deep }
    expect(JSON.stringify(sanitize({ deep }))).toContain('[Too deep]')
    expect(JSON.stringify(sanitize({ wide: Array.from({ length: 100_000 }, () => 1) })).length).toBeLessThan(
      20_000,
    )
  })

  it('does not let a key reach a prototype', () => {
    const copy = sanitize(JSON.parse('{"__proto__":{"admin":true},"a":1}'))
    expect(copy.admin).toBeUndefined()
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
  })

  it('makes of a negative zero the zero that JSON knows', () => {
    expect(sanitize({ n: -0 })).toEqual({ n: 0 })
  })

  it('makes an object of anything, without ever throwing', () => {
    const odd = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    })
    fc.assert(
      fc.property(odd, (value) => {
        const copy = sanitize(value)
        expect(JSON.parse(JSON.stringify(copy))).toEqual(copy)
      }),
    )
  })

  it('survives objects that refuse everything', () => {
    const refuse = (): never => {
      throw new Error('no')
    }
    const hostile = new Proxy({}, { get: refuse, ownKeys: refuse, getPrototypeOf: refuse })
    expect(sanitize({ hostile, a: 1 })).toEqual({ hostile: '[Throws no]', a: 1 })
    expect(sanitize(hostile)).toEqual({})
  })
})
