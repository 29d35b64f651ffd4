import { sql } from '../../../event-store/sql'
import type { Metric } from '../../../health/signals'
import type { Engine } from '../../../services'
import { addDays } from '../../../signals/days'
import { fivePoints, isAnswer } from '../../../signals/sql/answers'
import { localDay, person, submission } from '../../../signals/sql/scope'
import type { Period } from '../period'

/** The answers to one metric. */
export interface MetricScores {
  metric: Metric
  /** As they were given. */
  scores: number[]
  /** Those of CSAT on five points, each from the scale on which it was asked; the others as they were given. */
  points: number[]
}

interface Which {
  survey?: string
  period?: Period
  timeZone: string
}

/** The final score of each submission, by metric; a submission counts once however often it was sent. */
export async function surveyScores(
  engine: Engine,
  project: string,
  { survey, period, timeZone }: Which,
): Promise<MetricScores[]> {
  const ofSurvey = survey === undefined ? sql`1` : sql`guide_id = ${survey}`
  const found = await engine.query<{ metric_name: Metric; scores: number[]; points: number[] }>(sql`
    SELECT metric_name, arraySort(groupArray(last_score)) AS scores, arraySort(groupArray(last_points)) AS points FROM (
      SELECT ${submission} AS id, toString(metric) AS metric_name,
        argMax(score, ts) AS last_score, argMax(${fivePoints}, ts) AS last_points
      FROM events
      WHERE project = ${project} AND ${ofSurvey} AND ${within(period, timeZone)}
        AND event IN ${['Survey Answered', 'Survey Completed']} AND ${isAnswer}
      GROUP BY id, metric_name
    )
    GROUP BY metric_name ORDER BY metric_name`)
  return found.map(({ metric_name, ...answers }) => ({ metric: metric_name, ...answers }))
}

/** How many surveys were shown, each once to a person, and how many of those were answered. */
export async function surveyResponse(
  engine: Engine,
  project: string,
  { survey, period, timeZone }: Which,
): Promise<{ shown: number; answered: number }> {
  const ofSurvey = survey === undefined ? sql`1` : sql`guide_id = ${survey}`
  const [row] = await engine.query<{ shown: number; answered: number }>(sql`
    SELECT countIf(times_shown > 0) AS shown, countIf(times_shown > 0 AND times_answered > 0) AS answered FROM (
      SELECT ${person} AS who, guide_id, countIf(event = 'Guide Shown') AS times_shown,
        countIf(event = 'Survey Answered') AS times_answered
      FROM events
      WHERE project = ${project} AND guide_kind = 'survey' AND ${ofSurvey} AND ${within(period, timeZone)}
      GROUP BY who, guide_id
    )`)
  return row ?? { shown: 0, answered: 0 }
}

/** The UTC day, a day wider at both ends, is what the table is partitioned by. */
function within(period: Period | undefined, timeZone: string) {
  if (!period) return sql`1`
  const local = localDay(timeZone)
  return sql`day >= toDate(${addDays(period.from, -1)}) AND day <= toDate(${addDays(period.to, 1)})
    AND ${local} >= toDate(${period.from}) AND ${local} <= toDate(${period.to})`
}
