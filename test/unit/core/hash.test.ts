import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash, hash53, share } from '../../../src/core/hash'
import { shuffleChoices } from '../../../src/core/shuffle'

const USERS = Array.from({ length: 20_000 }, (_, i) => `user-${i}`)
/** Half the width of a band that a fair draw leaves once in about 10⁹ times. */
const sixSigma = (p: number, n: number) => 6 * Math.sqrt((p * (1 - p)) / n)

test('the hash never changes, because samples must not be drawn again', () => {
  expect([hash53(''), hash53('a'), hash53('handrail'), hash53('دستگیره')]).toMatchInlineSnapshot(`
    [
      3824587224550787,
      5152884912650497,
      8412162204105476,
      6861642740405091,
    ]
  `)
})

test('a share of the users is that share, for any salt', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 99 }), (salt, percent) => {
      const inside = USERS.filter((id) => share(id, salt) < percent).length / USERS.length
      expect(Math.abs(inside - percent / 100)).toBeLessThan(sixSigma(percent / 100, USERS.length))
    }),
    { numRuns: 40 },
  )
})

test('two salts draw independently', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a !== b)
      const both = USERS.filter((id) => share(id, a) < 50 && share(id, b) < 50).length / USERS.length
      expect(Math.abs(both - 0.25)).toBeLessThan(sixSigma(0.25, USERS.length))
    }),
    { numRuns: 40 },
  )
})

test('the version of a guide depends on its content, not on the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (guide) => {
      const turned = Object.fromEntries(Object.entries(guide).reverse())
      expect(contentHash(turned)).toBe(contentHash(guide))
      expect(contentHash({ ...guide, changed: Symbol.iterator.toString(), more: guide })).not.toBe(
        contentHash(guide),
      )
    }),
  )
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]))
})

test('a shuffle is stable for a user, keeps every choice, and prefers no order', () => {
  const choices = ['a', 'b', 'c']
  const counts = new Map<string, number>()
  for (const user of USERS) {
    const order = shuffleChoices(choices, user)
    expect([...order].sort()).toEqual(choices)
    counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values())
    expect(Math.abs(count / USERS.length - 1 / 6)).toBeLessThan(sixSigma(1 / 6, USERS.length))
  expect(shuffleChoices(choices, 'user-1')).toEqual(shuffleChoices(choices, 'user-1'))
})
