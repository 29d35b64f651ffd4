import type { Metric } from './signals'

/** Lowest and highest answer to each metric. CSAT goes as far as its scale does, and that is five points unless it was told. */
export const ANSWER_RANGES: Record<Metric, readonly [low: number, high: number]> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
}

/** The fewest points of a scale. One that was told with fewer, or with anything but a number, was not told. */
export const FEWEST_POINTS = 2
