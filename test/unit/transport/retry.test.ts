import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, retryAfterMs } from '../../../src/transport/retry'

const NOW = Date.parse('2026-11-22T10:00:00Z')

describe('backoff', () => {
  it('is a random part of 1 s, doubled up to 5 min', () => {
    const most = [0, 1, 2, 8, 9, 50].map((attempt) => backoffMs(attempt, () => 1))
    expect(most).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000])
    expect(backoffMs(3, () => 0)).toBe(0)
  })
})

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['-3', 0],
    ['99999999999', 86_400_000],
  ])('%j asks for %i ms', (header, ms) => expect(retryAfterMs(header, NOW)).toBe(ms))

  it.each([null, '', '  ', 'soon'])('%j asks for nothing', (header) =>
    expect(retryAfterMs(header, NOW)).toBe(0),
  )

  it('never asks for what a timer cannot wait', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const ms = retryAfterMs(header, NOW)
        expect(ms).toBeGreaterThanOrEqual(0)
        expect(ms).toBeLessThan(2 ** 31)
      }),
    )
  })
})
