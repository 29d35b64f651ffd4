import { type Sql, sql } from '../../event-store/sql'
import { localDay, person, rows, type Scope, windows } from './scope'

/** Values of the trait `role` that make a user an admin, in lower case. */
const ADMIN_ROLES = ['admin', 'administrator', 'owner']

/**
 * Active days, active user-days and active users of W and P, and the champion. All are sets of persons and days, which
 * an event delivered twice cannot change.
 */
export function activity(scope: Scope): Sql {
  return sql`
    SELECT account, active_days, user_days, user_days_prev, mau,
      tupleElement(arrayElement(admins, 1), 2) AS champion,
      tupleElement(arrayElement(admins, 1), 1) AS champion_days_prev,
      tupleElement(arrayElement(admins, 1), 3) AS champion_days
    FROM (
      SELECT account, uniqExactArray(days) AS active_days, sum(length(days)) AS user_days,
        sum(days_prev) AS user_days_prev, countIf(notEmpty(days)) AS mau,
        arrayReverseSort(groupArrayIf((days_prev, person, length(days)), is_admin = 1 AND days_prev > 0)) AS admins
      FROM (
        SELECT account, person, days, days_prev, is_admin
        FROM (${personDays(scope)}) AS active ANY LEFT JOIN (${admins(scope)}) AS roles USING person
      )
      GROUP BY account
    )`
}

function personDays(scope: Scope): Sql {
  const { previous, current, last } = windows(scope)
  const day = localDay(scope.timeZone)
  return sql`
    SELECT account, person, groupArrayIf(local_day, local_day >= toDate(${current})) AS days,
      countIf(local_day < toDate(${current})) AS days_prev
    FROM (
      SELECT account, ${person} AS person, ${day} AS local_day
      FROM events WHERE ${rows(scope, previous, last)} AND activity = 1
      GROUP BY account, person, local_day
    )
    GROUP BY account, person`
}

/** Users are told about before their account is known, so that the role is looked for in the whole project. */
function admins(scope: Scope): Sql {
  return sql`
    SELECT user AS person, lower(argMax(role, ts)) IN ${ADMIN_ROLES} AS is_admin
    FROM events
    WHERE project = ${scope.project} AND type = 'identify' AND role != '' AND day <= toDate(${scope.asOf})
    GROUP BY user`
}
