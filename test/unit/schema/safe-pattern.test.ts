import { describe, expect, it } from 'vitest'
import { unsafePattern } from '../../../src/schema/safe-pattern'

describe('a regular expression of a config', () => {
  it.each(['^/p/\\d+$', 'a*b+', '[*+]{2,}\\*+', '(?:a|b)c', 'x{1,3}y{2,4}z{5}', '.*report.*'])(
    'may be %s',
    (source) => {
      expect(unsafePattern(source)).toBeUndefined()
    },
  )

  it.each([
    ['a*a*a*b', 'two unbounded'],
    ['\\d+-\\d+-\\d+', 'two unbounded'],
    ['a{2,}b{3,}c*', 'two unbounded'],
    ['(a+)+', 'no quantifier on a group'],
    ['(a|a)*', 'no quantifier on a group'],
    ['(a)\\1', 'no backreference'],
    ['(?=a)', 'no backreference and no lookaround'],
    ['a'.repeat(201), '200 characters'],
    ['(', 'compiles'],
  ])('may not be %s', (source, expected) => {
    expect(unsafePattern(source)).toContain(expected)
  })

  it('that is allowed comes to an answer on the longest text it is tried on', () => {
    const source = 'a*a*b'
    expect(unsafePattern(source)).toBeUndefined()
    expect(new RegExp(source, 'u').test('a'.repeat(300))).toBe(false)
  })
})
