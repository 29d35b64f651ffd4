import { type Sql, sql } from '../../event-store/sql'
import { activity } from './activity'
import { features } from './features'
import { checklists, firstValue, tours } from './guides'
import { accountTraits, lifetime } from './lifetime'
import type { Scope } from './scope'
import { derivedSessions, reportedSessions } from './sessions'
import { responses, surveyEvents } from './surveys'

/** Named one by one: 18.16 adds the joined keys to `*`. */
const COLUMNS = sql`account, first_day, last_active, seat_count, seats_known, renewal_day, created_day,
  active_days, user_days, user_days_prev, mau, champion, champion_days_prev, champion_days,
  features_used, habits, key_features_used, abandoned, reported, reported_median_ms, reported_actions,
  derived, derived_median_ms, derived_actions, items_done, items_total, last_item_day, tours_started, tours_completed,
  first_value_day, metrics, scores, answer_days, respondents, surveys_shown, surveys_answered, cancel_intent`

/**
 * One row of signals per account, from raw events, in one text that ClickHouse 18.16 and 26.7 both run. A part without
 * rows for an account leaves the type's default (0, '', 1970-01-01), which `toSignals` reads as unknown.
 */
export function signalsSql(scope: Scope): Sql {
  const joined = PARTS.reduce(
    (known, part) =>
      sql`SELECT * FROM (${known}) AS known ANY LEFT JOIN (${part(scope)}) AS part USING account`,
    lifetime(scope),
  )
  return sql`SELECT ${COLUMNS} FROM (${joined})`
}

const PARTS = [
  accountTraits,
  activity,
  features,
  reportedSessions,
  derivedSessions,
  checklists,
  tours,
  firstValue,
  responses,
  surveyEvents,
]
