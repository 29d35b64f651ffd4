import type { Band, Driver, Flag } from '../api-types'
import { type BandState, nextBand } from '../health/bands'
import { drivers } from '../health/drivers'
import { flags } from '../health/flags'
import type { Model, Score } from '../health/model'
import { score } from '../health/score'
import { modelFor } from '../health/segment'
import type { Signals } from '../health/signals'

/** One account on one day, as it is kept: enough to explain it, and to go on from it the next day. */
export interface StoredScore {
  account: string
  /** ISO date in the project's time zone. */
  day: string
  score: number | null
  /** The band shown: with the memory of the days before. */
  band: Band
  modelHash: string
  coverage: number
  detail: ScoreDetail
}

export interface ScoreDetail extends Omit<Score, 'score' | 'band' | 'coverage'> {
  /** The band of this day alone. */
  dayBand: Band
  /** See `BandState`. */
  pending: readonly Band[]
  flags: Flag[]
  drivers: Driver[]
  signals: Signals
}

/** Scores one account, going on from the band of the day before. */
export function scoreDay(
  account: string,
  day: string,
  signals: Signals,
  { model, hash }: { model: Model; hash: string },
  before: BandState | null,
): StoredScore {
  const result = score(signals, model)
  const { score: value, band: dayBand, coverage, ...parts } = result
  const { band, pending } = nextBand(before, result, modelFor(model, result.segment))
  return {
    account,
    day,
    score: value,
    band,
    modelHash: hash,
    coverage,
    detail: {
      ...parts,
      dayBand,
      pending,
      flags: flags(signals, model, result),
      drivers: drivers(signals, model, result),
      signals,
    },
  }
}

/** What the next day goes on from. */
export function bandState({ band, score: value, detail }: StoredScore): BandState {
  return { band, score: value, pending: detail.pending }
}
