import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change } from '../../src/health/change'
import { drivers } from '../../src/health/drivers'
import { flags } from '../../src/health/flags'
import { score } from '../../src/health/score'
import type { Signals } from '../../src/health/signals'
import { DEFAULT_MODEL } from '../../src/signals/default-model'
import { anySignals } from './any-signals'

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
    expect(text('trend')).toBe('Usage fell by 50%: 60 active user-days against 120 in the period before')
    expect(text('frequency')).toContain('20 of the last 28 days')
    expect(found.map(({ points }) => points)).toEqual(found.map(({ points }) => points).sort((a, b) => b - a))
    for (const driver of found) {
      const points = driver.direction === 'up' ? result.contribution : result.loss
      expect(driver.points).toBe(points[driver.component])
    }
  })

  it('do not call a fall what holds the score up', () => {
    const steady: Signals = { ...input, userDays: 108 }
    const found = drivers(steady, DEFAULT_MODEL, score(steady, DEFAULT_MODEL))
    expect(found.find(({ component }) => component === 'trend')).toMatchObject({
      direction: 'up',
      text: 'Usage held at 90%: 108 active user-days against 120 in the period before',
    })
  })

  it('tell a small move of a component from none', () => {
    const day = (sentiment: number) => ({
      components: { ...score(input, DEFAULT_MODEL).components, sentiment },
      weights: score(input, DEFAULT_MODEL).weights,
    })
    const texts = change({ ...day(40.4), day: '2026-11-19' }, { ...day(39.9), day: '2026-11-20' }).parts
    expect(texts.map(({ text }) => text)).toEqual(['Sentiment went from 40.4 to 39.9'])
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

  it('name in a flag what its own name does not say, and the person it is about', () => {
    const found = flags(input, DEFAULT_MODEL, score(input, DEFAULT_MODEL))
    const flag = (id: string) => found.find((one) => one.id === id)
    expect(flag('usage_drop')?.text).toBe('60 active user-days, 50% fewer than the 120 of the period before')
    expect(flag('detractor')?.text).toBe('An NPS answer of 3 in the last 30 days')
    expect(flag('champion_lost')).toEqual({
      id: 'champion_lost',
      text: 'The admin who was most active before has not come in the last 28 days',
      userId: 'ada',
    })
    const about = found.filter(({ id, text }) => text.toLowerCase().includes(id.replaceAll('_', ' ')))
    expect(about).toEqual([])
  })

  it('split a change exactly into behaviour and model', () => {
    fc.assert(
      fc.property(anySignals, anySignals, (first, second) => {
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
