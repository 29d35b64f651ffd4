import { isMonthEnd, weekday } from './calendar'
import type { PatternId, Range } from './patterns'

const ramp = (x: number, from: number, to: number) => Math.min(1, Math.max(0, (x - from) / (to - from)))

/**
 * What a pattern does to the presence of a person on a day.
 *
 * @param turnDay day on which it turns, for the patterns that do; days count from the day the history is made for.
 */
export function presenceFactor(pattern: PatternId, dayMs: number, day: number, turnDay: number): number {
  switch (pattern) {
    case 'fading':
      return 1 - 0.9 * ramp(day, turnDay, turnDay + 28)
    case 'recovering':
      return 0.15 + 0.85 * ramp(day, turnDay, turnDay + 12)
    case 'silent':
      return day >= turnDay ? 0 : 1 - 0.6 * ramp(day, turnDay - 20, turnDay)
    case 'champion-left':
      return day >= turnDay ? 0.4 : 1
    case 'expansion':
      return 0.72 + 0.28 * ramp(day, -50, -25)
    case 'seasonal':
      return isMonthEnd(dayMs) || weekday(dayMs) === 0 ? 1.15 : 0.1
    default:
      return 1
  }
}

/** Earliest and latest `turnDay` of the patterns that have one. */
export function turnDays(pattern: PatternId): Range {
  if (pattern === 'silent') return [-44, -17]
  if (pattern === 'recovering') return [-26, -18]
  if (pattern === 'champion-left') return [-29, -27]
  return [-40, -30]
}
