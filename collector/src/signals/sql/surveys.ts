import { type Sql, sql } from '../../event-store/sql'
import { addDays } from '../days'
import { fivePoints, isAnswer } from './answers'
import { localDay, person, rows, type Scope, submission } from './scope'

/** Four half-lives: an older answer weighs less than 1/16. Bounds what has to be read. */
const SENTIMENT_DAYS = 360

const SILENCE_DAYS = 90
const CANCEL_DAYS = 28

const ANSWERS = ['Survey Answered', 'Survey Completed']

/** Events by which a product may say that an account wants to leave. */
const CANCEL_EVENTS = [
  'Cancel Intent',
  'Cancellation Requested',
  'Cancellation Started',
  'Subscription Cancelled',
]

/** An exit survey is one with such a word in its id: `exit`, `exit-survey`, `plan-cancel`. */
const EXIT_SURVEY = '(^|-)(exit|cancel|cancellation|churn)(-|$)'

/** The latest answer of each person to each metric, as parallel lists. */
export function responses(scope: Scope): Sql {
  return sql`
    SELECT account, groupArray(answer_metric) AS metrics, groupArray(answer_score) AS scores,
      groupArray(answer_day) AS answer_days, groupArray(who) AS respondents
    FROM (${latestAnswers(scope)}) GROUP BY account`
}

/** Mean points of the project by metric, over the latest answers; few answers say little (see `MIN_ANSWERS`). */
export function priors(scope: Scope): Sql {
  const points = sql`multiIf(answer_metric = 'nps', multiIf(answer_score >= 9, 100, answer_score >= 7, 50, 0),
    answer_metric = 'csat', (answer_score - 1) * 25, (answer_score - 1) * 100 / 6)`
  return sql`
    SELECT answer_metric AS metric, avg(${points}) AS mean, count() AS answers
    FROM (${latestAnswers(scope)}) GROUP BY answer_metric`
}

function latestAnswers(scope: Scope): Sql {
  const from = addDays(scope.asOf, -SENTIMENT_DAYS)
  return sql`
    SELECT account, who, toString(metric) AS answer_metric, argMax(points, ts) AS answer_score, max(local_day) AS answer_day
    FROM (
      SELECT account, ${person} AS who, metric, ts, ${localDay(scope.timeZone)} AS local_day, ${fivePoints} AS points
      FROM events
      WHERE ${rows(scope, from, scope.asOf)} AND event IN ${ANSWERS} AND ${isAnswer}
    )
    GROUP BY account, who, metric
    ORDER BY account, who, metric`
}

/** Surveys shown and answered in the last 90 days, and whether the wish to leave was told in the last 28. */
export function surveyEvents(scope: Scope): Sql {
  const from = addDays(scope.asOf, -SILENCE_DAYS)
  const recent = sql`${localDay(scope.timeZone)} > toDate(${addDays(scope.asOf, -CANCEL_DAYS)})`
  const exit = sql`event IN ${ANSWERS} AND match(guide_id, ${EXIT_SURVEY})`
  return sql`
    SELECT account, uniqExactIf(message_id, event = 'Guide Shown') AS surveys_shown,
      uniqExactIf(${submission}, event IN ${ANSWERS}) AS surveys_answered,
      countIf(${recent} AND (event IN ${CANCEL_EVENTS} OR (${exit}))) > 0 AS cancel_intent
    FROM events
    WHERE ${rows(scope, from, scope.asOf)} AND (guide_kind = 'survey' OR event IN ${CANCEL_EVENTS})
    GROUP BY account`
}
