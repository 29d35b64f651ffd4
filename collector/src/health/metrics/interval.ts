/** Bounds of a 95 % confidence interval, in the unit of the estimate. */
export interface Interval {
  low: number
  high: number
}

/** The 97.5 % quantile of the normal distribution, as the worked examples round it: a two-sided 95 % interval. */
export const Z = 1.959964

/**
 * Wilson score interval of a share, 0–1; `null` for n = 0.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function wilson(successes: number, n: number): Interval | null {
  if (n === 0) return null
  const share = successes / n
  const scale = 1 + Z ** 2 / n
  const centre = (share + Z ** 2 / (2 * n)) / scale
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / scale
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
