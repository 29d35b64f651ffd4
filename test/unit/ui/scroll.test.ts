import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrollDelta } from '../../../src/platform/scroll'

const MARGIN_PX = 16

describe('how far to scroll', () => {
  test('nothing moves for what can be seen already', () => {
    expect(scrollDelta({ start: 10, end: 40 }, { start: 0, end: 100 }, MARGIN_PX)).toBe(0)
  })

  test('what is larger than the view is shown from its start', () => {
    expect(scrollDelta({ start: 300, end: 900 }, { start: 50, end: 250 }, MARGIN_PX)).toBe(
      300 - 50 - MARGIN_PX,
    )
  })

  test('what fits is inside the view afterwards', () => {
    const view = fc.record({ start: fc.nat(200), size: fc.integer({ min: 100, max: 900 }) })
    fc.assert(
      fc.property(
        view,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 60 }),
        (v, start, size) => {
          const window = { start: v.start, end: v.start + v.size }
          const delta = scrollDelta({ start, end: start + size }, window, MARGIN_PX)
          expect(start - delta).toBeGreaterThanOrEqual(window.start)
          expect(start + size - delta).toBeLessThanOrEqual(window.end)
        },
      ),
    )
  })
})
