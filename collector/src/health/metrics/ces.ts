import { type Interval, Z } from './interval'

export interface Ces extends Interval {
  n: number
  /** Mean agreement, 1–7 (CES 2.0: "made it easy"). */
  ces: number
  /** Share of 5–7, 0–1. */
  easy: number
}

/** Customer Effort Score with the normal interval of its mean, clamped to the scale; `null` for n = 0. */
export function ces(scores: readonly number[]): Ces | null {
  const n = scores.length
  if (n === 0) return null
  const mean = scores.reduce((sum, score) => sum + score, 0) / n
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
  // One answer has no spread to estimate from: the whole scale is possible.
  const half = n === 1 ? 6 : Z * Math.sqrt(squares / (n - 1) / n)
  const easy = scores.filter((score) => score >= 5).length / n
  return { n, ces: mean, easy, low: Math.max(1, mean - half), high: Math.min(7, mean + half) }
}
