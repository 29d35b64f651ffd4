import type { Band } from '../api-types'
import type { Model, Score } from './model'

const ORDER: readonly Band[] = ['at_risk', 'watch', 'healthy']

/** The band a score lies in, without memory. */
export function bandOf(score: number | null, { bands }: Model): Band {
  if (score === null) return 'unknown'
  return score >= bands.healthy ? 'healthy' : score >= bands.watch ? 'watch' : 'at_risk'
}

/** What is remembered from one day to the next. */
export interface BandState {
  band: Band
  score: number | null
  /** Bands that earlier days asked for and that are not confirmed yet, oldest first. */
  pending: readonly Band[]
}

/**
 * The band shown on the next day. It changes after the score crossed an edge by `margin` on `confirm_days`
 * consecutive days; after one day when the score moved by `jump`; at once for a cap and for `unknown`.
 */
export function nextBand(
  previous: BandState | null,
  today: Pick<Score, 'score' | 'band' | 'caps'>,
  model: Model,
): BandState {
  const settle = (band: Band): BandState => ({ band, score: today.score, pending: [] })
  if (today.score === null || !previous || previous.band === 'unknown' || today.caps.length > 0) {
    return settle(today.band)
  }
  const target = crossed(previous.band, today.score, model)
  if (target === previous.band) return settle(target)
  if (previous.score !== null && Math.abs(today.score - previous.score) >= model.hysteresis.jump)
    return settle(target)
  const pending = [...sameSide(previous, target), target]
  if (pending.length >= model.hysteresis.confirm_days) return settle(mildest(pending, previous.band))
  return { band: previous.band, score: today.score, pending }
}

/** The furthest band whose edge the score has crossed by the margin; the current one when it crossed none. */
function crossed(current: Band, score: number, { bands, hysteresis }: Model): Band {
  const { margin } = hysteresis
  const at = rank(current)
  if (at > 0 && bands.watch - score >= margin) return 'at_risk'
  if (at > 1 && bands.healthy - score >= margin) return 'watch'
  if (at < 2 && score - bands.healthy >= margin) return 'healthy'
  if (at < 1 && score - bands.watch >= margin) return 'watch'
  return current
}

function sameSide({ band, pending }: BandState, target: Band): readonly Band[] {
  const down = rank(target) < rank(band)
  return pending.every((earlier) => rank(earlier) < rank(band) === down) ? pending : []
}

function mildest(pending: readonly Band[], current: Band): Band {
  const distance = (band: Band) => Math.abs(rank(band) - rank(current))
  return pending.reduce((mild, band) => (distance(band) < distance(mild) ? band : mild))
}

function rank(band: Band): number {
  return ORDER.indexOf(band)
}
