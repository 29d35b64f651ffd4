const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/
const MIN_EPOCH = 1e8
/** Seconds stay below this until the year 5138, milliseconds have been above it since 1973. */
const SECONDS_BELOW = 1e11

/**
 * Milliseconds since the epoch of a date: an ISO 8601 text (UTC unless it names a zone), a `Date`, or a number of
 * seconds or milliseconds since the epoch. `NaN` for everything else, and for numbers below 1e8 (March 1973), which
 * are counts rather than dates.
 */
export function dateMs(value: unknown): number {
  if (typeof value === 'number')
    return value < MIN_EPOCH ? Number.NaN : value * (value < SECONDS_BELOW ? 1000 : 1)
  if (value instanceof Date) return value.getTime()
  const zone = typeof value === 'string' ? ISO.exec(value) : null
  if (!zone) return Number.NaN
  // Without a zone a date-time would mean the zone of whoever reads it: another moment for each user.
  return Date.parse(zone[1] && !zone[4] ? `${zone[0]}Z` : zone[0])
}
