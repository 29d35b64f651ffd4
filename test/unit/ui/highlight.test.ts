import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holePath } from '../../../src/ui/tour/highlight'

/** Where a path of relative lines and arcs ends, and the box it goes through. */
function trace(path: string) {
  const [start = '', ...moves] = path.slice(1, -1).split(/(?=[hva])/)
  let [x = 0, y = 0] = start.split(' ').map(Number)
  const points = [[x, y]]
  for (const move of moves) {
    const numbers = move.slice(1).split(' ').map(Number)
    const [dx, dy] = move[0] === 'h' ? [numbers[0], 0] : move[0] === 'v' ? [0, numbers[0]] : numbers.slice(-2)
    x += dx ?? 0
    y += dy ?? 0
    points.push([x, y])
  }
  return points
}

describe('the light on a target', () => {
  const size = fc.integer({ min: 1, max: 2000 })
  const hole = fc.record({
    x: size,
    y: size,
    width: size,
    height: size,
    radius: fc.integer({ min: 0, max: 3000 }),
  })

  test('is a closed line around exactly its rectangle, whatever its radius', () => {
    fc.assert(
      fc.property(hole, (it) => {
        const points = trace(holePath(it))
        const xs = points.map(([x = 0]) => x)
        const ys = points.map(([, y = 0]) => y)
        expect(points.at(-1)?.[0]).toBeCloseTo(points[0]?.[0] ?? Number.NaN, 6)
        expect(points.at(-1)?.[1]).toBeCloseTo(points[0]?.[1] ?? Number.NaN, 6)
        expect(Math.min(...xs)).toBeCloseTo(it.x, 6)
        expect(Math.max(...xs)).toBeCloseTo(it.x + it.width, 6)
        expect(Math.min(...ys)).toBeCloseTo(it.y, 6)
        expect(Math.max(...ys)).toBeCloseTo(it.y + it.height, 6)
      }),
    )
  })
})
