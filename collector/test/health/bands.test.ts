import { describe, expect, it } from 'vitest'
import { withoutRepeats } from '../../src/health/alerts'
import { type BandState, bandOf, nextBand } from '../../src/health/bands'
import { activeOverride, overrideProblems } from '../../src/health/override'
import { DEFAULT_MODEL } from '../../src/signals/default-model'

type Day = { score: number | null; caps?: string[] }

function bands(...days: Day[]): string[] {
  const states: BandState[] = []
  for (const { score, caps = [] } of days) {
    const today = { score, caps, band: bandOf(score, DEFAULT_MODEL) }
    states.push(nextBand(states.at(-1) ?? null, today, DEFAULT_MODEL))
  }
  return states.map(({ band }) => band)
}

const at = (...scores: (number | null)[]) => bands(...scores.map((score) => ({ score })))

describe('bands with memory', () => {
  it('hold until the edge is crossed by 3 points on 2 days running', () => {
    expect(at(71, 68, 68, 68)).toEqual(['healthy', 'healthy', 'healthy', 'healthy'])
    expect(at(71, 67, 67)).toEqual(['healthy', 'healthy', 'watch'])
    expect(at(71, 67, 70, 67)).toEqual(['healthy', 'healthy', 'healthy', 'healthy'])
    expect(at(45, 73, 66, 73, 73)).toEqual(['watch', 'healthy', 'healthy', 'healthy', 'healthy'])
  })

  it('change in one day when the score moved by 15', () => {
    expect(at(80, 65)).toEqual(['healthy', 'watch'])
    expect(at(79, 65)).toEqual(['healthy', 'healthy'])
  })

  it('take the milder of two bands that were confirmed together', () => {
    expect(at(71, 60, 46, 36)).toEqual(['healthy', 'healthy', 'watch', 'watch'])
    expect(at(41, 37, 37)).toEqual(['watch', 'watch', 'at_risk'])
  })

  it('follow a cap and a loss of data at once', () => {
    expect(bands({ score: 71 }, { score: 39, caps: ['dormant'] })).toEqual(['healthy', 'at_risk'])
    expect(at(71, null, 71)).toEqual(['healthy', 'unknown', 'healthy'])
  })
})

describe('alerts', () => {
  it('come once per account and kind in 7 days', () => {
    const alert = (account: string, day: number) => ({ account, kind: 'flag_raised:dormant', day })
    const kept = withoutRepeats([alert('a', 1), alert('a', 7), alert('b', 7), alert('a', 8)], 7)
    expect(kept.map(({ account, day }) => `${account}${day}`)).toEqual(['a1', 'b7', 'a8'])
  })
})

describe('an override', () => {
  const override = {
    band: 'watch' as const,
    reason: 'New owner',
    author: 'ada',
    setOn: '2026-11-01',
    expiresOn: '2026-12-01',
  }

  it('stands from its day until it expires', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']
    expect(days.map((day) => activeOverride(override, day) !== null)).toEqual([false, true, true, false])
  })

  it('needs a reason, an author and at most 30 days', () => {
    expect(overrideProblems(override)).toEqual([])
    expect(overrideProblems({ ...override, reason: ' ', author: '', expiresOn: '2026-12-02' })).toHaveLength(
      3,
    )
  })
})
