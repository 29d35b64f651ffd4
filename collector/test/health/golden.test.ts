import { describe, expect, it } from 'vitest'
import { withoutRepeats } from '../../src/health/alerts'
import { type BandState, bandOf, nextBand } from '../../src/health/bands'
import { npsOf } from '../../src/health/metrics/nps'
import { readSignals } from '../../src/health/read-signals'
import { score } from '../../src/health/score'
import { DEFAULT_MODEL } from '../../src/signals/default-model'
import golden from './golden.json'

/** The same shape and words, and every number within 1e-9. */
function expectClose(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number')
    expect(Math.abs(Number(actual) - expected), path).toBeLessThanOrEqual(1e-9)
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual ?? {}).sort(), path).toEqual(Object.keys(expected).sort())
    for (const [key, value] of Object.entries(expected)) {
      expectClose(Object.entries(actual ?? {}).find(([name]) => name === key)?.[1], value, `${path}.${key}`)
    }
  } else expect(actual, path).toBe(expected)
}

describe('worked examples', () => {
  it.each(golden.accounts)('account: $name', ({ signals, expected }) => {
    expectClose(score(readSignals(signals), DEFAULT_MODEL), expected)
  })

  it.each(golden.npsInterval)('NPS of $promoters, $passives, $detractors', ({ expected, ...counts }) => {
    const result = npsOf(counts)
    expectClose({ nps: result?.nps, adj: result?.adjusted, lo: result?.low, hi: result?.high }, expected)
  })

  it.each(golden.hysteresis)('bands of a wavering score', ({ seq, bands, naive, alerts, naive_alerts }) => {
    const states: BandState[] = []
    for (const value of seq) {
      const today = { score: value, band: bandOf(value, DEFAULT_MODEL), caps: [] }
      states.push(nextBand(states.at(-1) ?? null, today, DEFAULT_MODEL))
    }
    expect(states.map((state) => state.band)).toEqual(bands)
    expect(seq.map((value) => bandOf(value, DEFAULT_MODEL))).toEqual(naive)
    expect(withoutRepeats(changes(bands), DEFAULT_MODEL.hysteresis.alert_cooldown_days)).toHaveLength(alerts)
    expect(changes(naive)).toHaveLength(naive_alerts)
  })
})

function changes(bands: readonly string[]) {
  return bands.flatMap((band, day) =>
    day > 0 && band !== bands[day - 1] ? [{ account: 'a', kind: `band_changed:${band}`, day }] : [],
  )
}
