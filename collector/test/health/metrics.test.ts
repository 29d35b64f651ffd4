import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activation } from '../../src/health/metrics/activation'
import { ces } from '../../src/health/metrics/ces'
import { csat } from '../../src/health/metrics/csat'
import { wilson } from '../../src/health/metrics/interval'
import { nps } from '../../src/health/metrics/nps'
import { ratio } from '../../src/health/metrics/ratio'
import { roundHalfAway } from '../../src/health/metrics/round'

describe('metrics', () => {
  it('have no value without answers', () => {
    expect([nps([]), csat([]), ces([]), wilson(0, 0), ratio(0, 0), activation([], 7)]).toEqual(
      Array(6).fill(null),
    )
  })

  it('count promoters, passives and detractors of NPS', () => {
    expect(nps([10, 9, 8, 7, 6, 0])).toMatchObject({ n: 6, promoters: 2, passives: 2, detractors: 2, nps: 0 })
  })

  it('keep the NPS interval inside its scale and around its centre', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { minLength: 1 }), (scores) => {
        const result = nps(scores)
        expect(result?.low).toBeGreaterThanOrEqual(-100)
        expect(result?.high).toBeLessThanOrEqual(100)
        expect(result?.low).toBeLessThanOrEqual(result?.adjusted ?? Number.NaN)
        expect(result?.high).toBeGreaterThanOrEqual(result?.adjusted ?? Number.NaN)
      }),
    )
  })

  it('count satisfied answers by the scale', () => {
    expect(csat([5, 4, 3, 1])).toMatchObject({ n: 4, satisfied: 2, csat: 0.5 })
    expect(csat([2, 1], 2)).toMatchObject({ csat: 0.5 })
    expect(csat([7, 6, 5], 7)).toMatchObject({ satisfied: 2 })
    expect(() => csat([1], 4)).toThrow('scale 4')
  })

  it('give the Wilson interval of a known share', () => {
    // Newcombe (1998), table I: 81 of 263.
    expect(wilson(81, 263)?.low).toBeCloseTo(0.2553, 4)
    expect(wilson(81, 263)?.high).toBeCloseTo(0.3662, 4)
    expect(wilson(0, 20)?.low).toBe(0)
  })

  it('give mean and ease of CES', () => {
    expect(ces([7, 5, 4, 4])).toMatchObject({ n: 4, ces: 5, easy: 0.5 })
    expect(ces([4])).toMatchObject({ low: 1, high: 7 })
  })

  it('round half away from zero', () => {
    expect([-12.5, 12.5, -0.4, 39.5].map(roundHalfAway)).toEqual([-13, 13, 0, 40])
  })

  it('count activation among signups old enough to judge', () => {
    const signups = [
      { ageDays: 30, ttfvDays: 2 },
      { ageDays: 30, ttfvDays: 9 },
      { ageDays: 30, ttfvDays: null },
      { ageDays: 7, ttfvDays: 7 },
      { ageDays: 3, ttfvDays: 0 },
    ]
    expect(activation(signups, 7)).toBe(0.5)
  })
})
