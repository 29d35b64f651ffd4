import { type Interval, wilson } from './interval'

export interface Csat extends Interval {
  n: number
  satisfied: number
  /** Share of satisfied answers, 0–1. */
  csat: number
}

/** Lowest satisfied answer by length of the scale: the top two boxes, or the top one on short scales. */
const THRESHOLDS: Record<number, number> = { 2: 2, 3: 3, 5: 4, 7: 6 }

/**
 * Customer satisfaction: the share of satisfied answers with a Wilson interval; `null` for n = 0.
 * @throws RangeError for a scale other than 2, 3, 5 or 7 points when no threshold is given.
 */
export function csat(scores: readonly number[], scale = 5, threshold = THRESHOLDS[scale]): Csat | null {
  if (threshold === undefined)
    throw new RangeError(`csat: scale ${scale}, expected 2, 3, 5 or 7 or a threshold`)
  const satisfied = scores.filter((score) => score >= threshold).length
  const interval = wilson(satisfied, scores.length)
  return interval && { n: scores.length, satisfied, csat: satisfied / scores.length, ...interval }
}
