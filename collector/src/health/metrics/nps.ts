import { type Interval, Z } from './interval'

export interface Nps extends Interval {
  n: number
  promoters: number
  passives: number
  detractors: number
  /** −100 to 100, exact; show it through `roundHalfAway`. */
  nps: number
  /** Centre of the interval. */
  adjusted: number
}

/** Net Promoter Score of answers 0–10, skipped ones left out before; `null` for n = 0. */
export function nps(scores: readonly number[]): Nps | null {
  const promoters = scores.filter((score) => score >= 9).length
  const detractors = scores.filter((score) => score < 7).length
  return npsOf({ promoters, detractors, passives: scores.length - promoters - detractors })
}

/**
 * NPS from counts with its adjusted Wald interval: ¾ of an answer is added to promoters and detractors each, n′ = n + 3.
 * Bonett and Price (2012), https://doi.org/10.3102/1076998611411915
 */
export function npsOf(counts: { promoters: number; passives: number; detractors: number }): Nps | null {
  const { promoters, passives, detractors } = counts
  const n = promoters + passives + detractors
  if (n === 0) return null
  const p = (promoters + 0.75) / (n + 3)
  const d = (detractors + 0.75) / (n + 3)
  const half = 100 * Z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3))
  const adjusted = 100 * (p - d)
  return {
    ...counts,
    n,
    nps: (100 * (promoters - detractors)) / n,
    adjusted,
    low: Math.max(-100, adjusted - half),
    high: Math.min(100, adjusted + half),
  }
}
