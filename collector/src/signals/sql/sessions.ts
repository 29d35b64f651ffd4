import { type Sql, sql } from '../../event-store/sql'
import { person, rows, type Scope, windows } from './scope'

/** Later than any event: the end of the last session is always followed by a gap. */
const NEVER = sql`toUInt64(9007199254740991)`

/** Sessions of W as the SDK reported them. A report delivered twice counts once. */
export function reportedSessions(scope: Scope): Sql {
  const { current, last } = windows(scope)
  return sql`
    SELECT account, count() AS reported, ${median(sql`groupArray(duration)`)} AS reported_median_ms,
      sum(session_actions) AS reported_actions
    FROM (
      SELECT account, message_id, any(duration_ms) AS duration, any(actions) AS session_actions
      FROM events WHERE ${rows(scope, current, last)} AND event = 'Session Ended'
      GROUP BY account, message_id
    )
    GROUP BY account`
}

/** Sessions of W told by gaps between activities, for accounts whose clients report none. */
export function derivedSessions(scope: Scope): Sql {
  return sql`
    SELECT account, sum(length(durations)) AS derived, ${median(sql`groupArrayArray(durations)`)} AS derived_median_ms,
      sum(person_actions) AS derived_actions
    FROM (
      SELECT account, person_actions, arrayMap((end, start) -> end - start,
        arrayFilter((time, next) -> next - time > ${scope.sessionGapMs}, times, arrayPushBack(arrayPopFront(times), ${NEVER})),
        arrayFilter((time, before) -> time - before > ${scope.sessionGapMs}, times, arrayPushFront(arrayPopBack(times), toUInt64(0)))
      ) AS durations
      FROM (${personTimes(scope)})
    )
    GROUP BY account`
}

/** `Feature Used` stands beside the event it comes from, and is no action of its own. */
function personTimes(scope: Scope): Sql {
  const { current, last } = windows(scope)
  const within = rows(scope, current, last)
  return sql`
    SELECT account, person, arraySort(groupArray(time)) AS times, count() AS person_actions
    FROM (
      SELECT account, ${person} AS person, message_id, min(ts) AS time
      FROM events
      WHERE ${within} AND activity = 1 AND event != 'Feature Used'
        AND account GLOBAL NOT IN (SELECT account FROM events WHERE ${within} AND event = 'Session Ended')
      GROUP BY account, person, message_id
    )
    GROUP BY account, person`
}

/** The mean of the two middle elements, which are the same one when their number is odd. */
function median(values: Sql): Sql {
  const sorted = sql`arraySort(${values})`
  return sql`(arrayElement(${sorted}, intDiv(length(${values}) + 1, 2)) + arrayElement(${sorted}, intDiv(length(${values}), 2) + 1)) / 2`
}
