import type { Scale } from './model'

/**
 * Points 0–100 for `x` on a straight line from `worst` to `best`, flat beyond both ends.
 * `worst` may lie above `best` (days to first value).
 */
export function lin(x: number, { worst, best }: Scale): number {
  return 100 * Math.min(1, Math.max(0, (x - worst) / (best - worst)))
}
