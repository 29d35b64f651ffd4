import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { score } from '../../src/health/score'
import type { Signals } from '../../src/health/signals'
import { DEFAULT_MODEL } from '../../src/signals/default-model'
import { anySignals } from './any-signals'

const sum = (values: Record<string, number>) =>
  Object.values(values).reduce((total, value) => total + value, 0)

describe('score', () => {
  it('is explained to the last point by contributions and losses, and never NaN', () => {
    fc.assert(
      fc.property(anySignals, (input) => {
        const result = score(input, DEFAULT_MODEL)
        expect(JSON.stringify(result)).not.toContain('NaN')
        expect(result).toEqual(score(structuredClone(input), DEFAULT_MODEL))
        if (result.raw === null) {
          expect(result).toMatchObject({ score: null, band: 'unknown', contribution: {}, loss: {} })
          return
        }
        expect(sum(result.weights)).toBeCloseTo(1, 9)
        expect(sum(result.contribution)).toBeCloseTo(result.raw, 9)
        expect(sum(result.loss)).toBeCloseTo(100 - result.raw, 9)
        expect(result.score).toBeLessThanOrEqual(result.caps.length > 0 ? 39 : 100 + 1e-9)
      }),
    )
  })

  it('never falls when a signal gets better', () => {
    const better = fc.constantFrom(
      { name: 'activeDays', best: 28 },
      { name: 'userDays', best: 5000 },
      { name: 'keyFeatureShare', best: 1 },
      { name: 'medianSessionMin', best: 1000 },
      { name: 'habitRatio', best: 1 },
      { name: 'checklistShare', best: 1 },
      { name: 'tourShare', best: 1 },
      { name: 'ttfvDays', best: 0 },
      { name: 'userDaysPrev', best: 0 },
    )
    fc.assert(
      fc.property(anySignals, better, (input, { name, best }) => {
        const known = Object.entries(input).some(([key, value]) => key === name && value !== undefined)
        // No use in both periods is no growth from nothing: trend is 0 there by definition.
        fc.pre(known && !(name === 'userDaysPrev' && input.userDays === 0))
        const before = score(input, DEFAULT_MODEL).score
        const after = score({ ...input, [name]: best }, DEFAULT_MODEL).score
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-9)
      }),
    )
  })

  it('tells no activity, a true 0, from an account too young to judge', () => {
    const silent: Signals = {
      ageDays: 200,
      activeDays: 0,
      userDays: 0,
      userDaysPrev: 0,
      mau: 0,
      seats: 10,
      keyFeatureShare: 0,
    }
    expect(score(silent, DEFAULT_MODEL)).toMatchObject({
      score: 0,
      band: 'at_risk',
      components: { frequency: 0, trend: 0 },
    })
    expect(score({ ...silent, ageDays: 6 }, DEFAULT_MODEL)).toMatchObject({ score: null, band: 'unknown' })
  })

  it('is published when exactly half of the weight has data', () => {
    const input: Signals = {
      ageDays: 60,
      activeDays: 20,
      userDays: 20,
      userDaysPrev: 20,
      mau: 1,
      seats: 2,
      medianSessionMin: 5,
    }
    const { coverage, score: value } = score(input, DEFAULT_MODEL)
    expect(coverage).toBeCloseTo(0.5, 9)
    expect(value).not.toBeNull()
    const { medianSessionMin: _, ...less } = input
    expect(score(less, DEFAULT_MODEL).score).toBeNull()
  })

  it('caps a silent account at 39 and still shows what it would be', () => {
    const busy: Signals = {
      ageDays: 400,
      activeDays: 20,
      userDays: 300,
      userDaysPrev: 300,
      mau: 20,
      seats: 20,
      keyFeatureShare: 1,
    }
    const capped = score({ ...busy, daysSinceActive: 14 }, DEFAULT_MODEL)
    expect(capped).toMatchObject({ score: 39, caps: ['dormant'], band: 'at_risk' })
    expect(capped.raw).toBe(score(busy, DEFAULT_MODEL).raw)
  })

  it('needs a quarter of an answer before it speaks of sentiment', () => {
    const answer = (ageDays: number) => ({ metric: 'nps' as const, score: 9, ageDays })
    const of = (...ages: number[]) =>
      score({ ageDays: 400, activeDays: 9, userDays: 9, mau: 1, responses: ages.map(answer) }, DEFAULT_MODEL)
    expect(of(180).components.sentiment).toBe((3 * 50 + 0.25 * 100) / 3.25)
    expect(of(181).components.sentiment).toBeNull()
    expect(of(181, 181).components.sentiment).not.toBeNull()
  })

  it('leaves silent parts out and gives their weight to the rest', () => {
    const input: Signals = {
      ageDays: 400,
      activeDays: 9,
      userDays: 9,
      mau: 5,
      seats: 0,
      keyFeatureShare: 0.75,
    }
    expect(score(input, DEFAULT_MODEL).components).toMatchObject({
      breadth: 100,
      depth: null,
      onboarding: null,
    })
  })

  it('follows the changes a model makes for one segment alone', () => {
    const input: Signals = { ageDays: 400, activeDays: 10, userDays: 50, userDaysPrev: 50, mau: 5, seats: 10 }
    const model = {
      ...DEFAULT_MODEL,
      segments: { established: { bands: { healthy: 95, watch: 90, at_risk: 0 } } },
    }
    expect(score(input, model).band).toBe('at_risk')
    expect(score({ ...input, ageDays: 89 }, model).band).toBe(
      score({ ...input, ageDays: 89 }, DEFAULT_MODEL).band,
    )
  })
})
