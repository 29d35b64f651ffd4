import { type Sql, sql } from '../../event-store/sql'
import { localDay, rows, type Scope } from './scope'

/**
 * One row per account that was measured: its first day and its last active one (1970-01-01 when none). Of one that was
 * only told what it is (`group`, as imports do), nothing is known that could be scored.
 */
export function lifetime(scope: Scope): Sql {
  const day = localDay(scope.timeZone)
  return sql`
    SELECT account, min(${day}) AS first_day, maxIf(${day}, activity = 1) AS last_active
    FROM events WHERE ${rows(scope, null, scope.asOf)} GROUP BY account
    HAVING countIf(type != 'group') > 0`
}

/** What the account was last told to be. Each trait keeps its latest value; `seats_known` is 0 when there was none. */
export function accountTraits(scope: Scope): Sql {
  const none = sql`toDate('1970-01-01')`
  return sql`
    SELECT account,
      argMaxIf(seats, ts, NOT isNaN(seats)) AS seat_count, countIf(NOT isNaN(seats)) > 0 AS seats_known,
      argMaxIf(renews, ts, renews > ${none}) AS renewal_day, argMaxIf(created, ts, created > ${none}) AS created_day
    FROM events WHERE ${rows(scope, null, scope.asOf)} AND type = 'group' GROUP BY account`
}
