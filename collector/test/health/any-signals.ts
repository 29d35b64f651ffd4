import fc from 'fast-check'
import type { Signals } from '../../src/health/signals'

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

/** Signals of any account, with anything optional missing. */
export const anySignals: fc.Arbitrary<Signals> = fc.record(
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
