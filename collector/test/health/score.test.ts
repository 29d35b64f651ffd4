import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change } from '../../src/health/change'
import { drivers } from '../../src/health/drivers'
import { flags } from '../../src/health/flags'
import { score } from '../../src/health/score'
import type { Signals } from '../../src/health/signals'
import { DEFAULT_MODEL } from '../../src/signals/default-model'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const amount = fc.nat(2000)
const responses = fc.array(
  fc.oneof(
    fc.record({ metric: fc.constant('nps' as const), score: fc.nat(10), ageDays: fc.nat(400) }),
    fc.record({
      metric: fc.constant('csat' as const),
      score: fc.integer({ min: 1, max: 5 }),
      ageDays: fc.nat(400),
    }),
    fc.record({
      metric: fc.constant('ces' as const),
      score: fc.integer({ min: 1, max: 7 }),
      ageDays: fc.nat(400),
    }),
  ),
  { maxLength: 6 },
)

const signals: fc.Arbitrary<Signals> = fc.record(
  {
    ageDays: amount,
    activeDays: fc.nat(28),
    userDays: amount,
    mau: fc.nat(100),
    userDaysPrev: amount,
    seats: fc.nat(200),
    keyFeatureShare: share,
    medianSessionMin: fc.double({ min: 0, max: 500, noNaN: true }),
    actionsPerSession: fc.double({ min: 0, max: 500, noNaN: true }),
    habitRatio: share,
    checklistShare: share,
    tourShare: share,
    ttfvDays: fc.option(fc.nat(100)),
    responses,
    daysSinceActive: fc.nat(60),
    daysToRenewal: fc.nat(365),
    cancelIntent28d: fc.boolean(),
  },
  { requiredKeys: ['ageDays', 'activeDays', 'userDays', 'mau'] },
)

const sum = (values: Record<string, number>) =>
  Object.values(values).reduce((total, value) => total + value, 0)

describe('score', () => {
  it('is explained to the last point by contributions and losses, and never NaN', () => {
    fc.assert(
      fc.property(signals, (input) => {
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
      fc.property(signals, better, (input, { name, best }) => {
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

describe('explanations', () => {
  const input: Signals = {
    ageDays: 400,
    activeDays: 20,
    userDays: 60,
    userDaysPrev: 120,
    mau: 5,
    seats: 25,
    keyFeatureShare: 1,
    keyFeatures: { done: 3, of: 3 },
    daysSinceActive: 0,
    daysToRenewal: 30,
    checklistShare: 0.25,
    daysSinceItem: 30,
    surveysShown90d: 3,
    surveysAnswered90d: 0,
    champion: { userId: 'ada', daysPrev: 20, days: 0 },
    abandonedFeatures: ['export-csv'],
    responses: [{ metric: 'nps', score: 3, ageDays: 2 }],
  }

  it('say in words, with the numbers that matter, what costs and what gives points', () => {
    const result = score(input, DEFAULT_MODEL)
    const found = drivers(input, DEFAULT_MODEL, result)
    const text = (name: string) => found.find(({ component }) => component === name)?.text
    expect(text('breadth')).toBe('5 of 25 seats were active in the last 28 days')
    expect(text('trend')).toBe('Usage fell by 50 %: 60 active user-days against 120 in the period before')
    expect(text('frequency')).toContain('20 of the last 28 days')
    expect(found.map(({ points }) => points)).toEqual(found.map(({ points }) => points).sort((a, b) => b - a))
    for (const driver of found) {
      const points = driver.direction === 'up' ? result.contribution : result.loss
      expect(driver.points).toBe(points[driver.component])
    }
  })

  it('raise every flag whose condition holds, and no other', () => {
    const ids = (changes: Partial<Signals>) => {
      const changed = { ...input, ...changes }
      return flags(changed, DEFAULT_MODEL, score(changed, DEFAULT_MODEL))
        .map(({ id }) => id)
        .sort()
    }
    const raised = [
      'champion_lost',
      'detractor',
      'feature_abandoned',
      'seat_underuse',
      'stalled_onboarding',
      'survey_silent',
      'usage_drop',
    ]
    expect(ids({})).toEqual(raised)
    expect(ids({ daysSinceActive: 14 })).toContain('dormant')
    expect(ids({ daysSinceActive: 13 })).not.toContain('dormant')
    expect(ids({ userDays: 85 })).not.toContain('usage_drop')
    expect(ids({ userDays: 84 })).toContain('usage_drop')
    expect(ids({ daysToRenewal: 91 })).not.toContain('seat_underuse')
    expect(ids({ daysSinceItem: 6 })).not.toContain('stalled_onboarding')
    expect(ids({ surveysAnswered90d: 1 })).not.toContain('survey_silent')
    expect(ids({ responses: [{ metric: 'nps', score: 7, ageDays: 2 }] })).not.toContain('detractor')
    expect(ids({ champion: { userId: 'ada', daysPrev: 20, days: 1 } })).not.toContain('champion_lost')
    const grown: Partial<Signals> = {
      mau: 23,
      activeDays: 28,
      userDays: 400,
      userDaysPrev: 300,
      responses: [],
    }
    expect(ids(grown)).toContain('expansion')
    expect(ids({ ...grown, userDaysPrev: 390 })).not.toContain('expansion')
  })

  it('split a change exactly into behaviour and model', () => {
    fc.assert(
      fc.property(signals, signals, (first, second) => {
        const before = score(first, DEFAULT_MODEL)
        const after = score(second, DEFAULT_MODEL)
        fc.pre(before.raw !== null && after.raw !== null)
        const found = change({ ...before, day: '2026-11-01' }, { ...after, day: '2026-11-02' })
        expect(found.delta).toBeCloseTo((after.raw ?? 0) - (before.raw ?? 0), 9)
      }),
    )
  })

  it('attribute a change of behaviour alone to behaviour alone', () => {
    const before = { ...score(input, DEFAULT_MODEL), day: '2026-11-01' }
    const after = { ...score({ ...input, mau: 20 }, DEFAULT_MODEL), day: '2026-11-02' }
    for (const part of change(before, after).parts) expect(part.model).toBeCloseTo(0, 12)
  })
})
