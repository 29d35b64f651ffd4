import { expect, test } from 'vitest'
import { dateMs } from '../../../src/core/dates'
import { durationMs } from '../../../src/core/duration'
import { DAY } from './a-context'

test.each([
  ['P30D', 30 * DAY],
  ['PT10M', 600_000],
  ['P1Y', 365 * DAY],
  ['P1M', 30 * DAY],
  ['P2W', 14 * DAY],
  ['P1DT1H1M1S', DAY + 3_661_000],
  ['P0D', 0],
])('%s is %d ms', (iso, ms) => {
  expect(durationMs(iso)).toBe(ms)
})

test.each(['', 'P', 'PT', '30D', 'P1.5D', 'P-1D', 'p1d', 'P1H'])('%j is no duration', (iso) => {
  expect(durationMs(iso)).toBeNaN()
})

test.each<[unknown]>([['2026-13-01'], ['1 Nov 2026'], [''], [null], [undefined], [true], [25], [Number.NaN]])(
  '%j is no date',
  (value) => {
    expect(dateMs(value)).toBeNaN()
  },
)
