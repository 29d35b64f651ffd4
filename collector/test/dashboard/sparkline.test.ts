import { describe, expect, it } from 'vitest'
import { sparkPath } from '../../src/dashboard/client/charts/sparkline'

describe('sparkPath', () => {
  it('draws nothing without a score', () => {
    expect([sparkPath([]), sparkPath([null, null])]).toEqual(['', ''])
  })

  it('lifts the pen over days without a score, rather than drawing them as 0', () => {
    expect(sparkPath([100, 50, null, 0, 100])).toBe('M3 3L25.5 12M70.5 21L93 3')
  })
})
