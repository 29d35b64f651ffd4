import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRadio } from '../../../src/ui/survey/radio-keys'

describe('keys of a radio group', () => {
  test('arrows follow the direction of reading', () => {
    expect(nextRadio('ArrowRight', 2, 11, 'ltr')).toBe(3)
    expect(nextRadio('ArrowRight', 2, 11, 'rtl')).toBe(1)
    expect(nextRadio('ArrowDown', 2, 11, 'rtl')).toBe(3)
  })

  test('wrap around the ends', () => {
    expect(nextRadio('ArrowLeft', 0, 11, 'ltr')).toBe(10)
    expect(nextRadio('ArrowDown', 10, 11, 'ltr')).toBe(0)
    expect(nextRadio('Home', 7, 11, 'ltr')).toBe(0)
    expect(nextRadio('End', 7, 11, 'ltr')).toBe(10)
  })

  test('other keys mean nothing', () => {
    expect(nextRadio('a', 0, 11, 'ltr')).toBeUndefined()
    expect(nextRadio(' ', 0, 11, 'ltr')).toBeUndefined()
  })

  test('forward and backward undo each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 11 }),
        fc.nat(10),
        fc.constantFrom('ltr', 'rtl'),
        (count, at, dir) => {
          const index = at % count
          const there = nextRadio('ArrowRight', index, count, dir) ?? -1
          expect(nextRadio('ArrowLeft', there, count, dir)).toBe(index)
        },
      ),
    )
  })
})
