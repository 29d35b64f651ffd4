const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
const UNITS_MS = [365 * DAY_MS, 30 * DAY_MS, 7 * DAY_MS, DAY_MS, 3_600_000, MINUTE_MS, 1000]

/**
 * Milliseconds of an ISO 8601 duration. A year is 365 days and a month 30, because a length without a date has no
 * calendar. `NaN` for anything else, so that every comparison with it is false.
 */
export function durationMs(iso: string): number {
  const parts = PATTERN.exec(iso)?.slice(1)
  if (!parts?.some(Boolean)) return Number.NaN
  return parts.reduce((sum, part, i) => sum + Number(part ?? 0) * (UNITS_MS[i] ?? 0), 0)
}
