import { sql } from '../../../event-store/sql'
import type { Metric } from '../../../health/signals'
import type { Engine } from '../../../services'
import { addDays } from '../../../signals/days'
import { localDay, person, submission } from '../../../signals/sql/scope'
import type { Period } from '../period'

/** The answers to one metric. */
export interface MetricScores {
  metric: Metric
  scores: number[]
  /** Points of the scale that was asked last, for CSAT; 5 when it was not told. */
  scale: number
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
  const found = await engine.query<{ metric_name: Metric; scores: number[]; scale: number }>(sql`
    SELECT metric_name, arraySort(groupArray(last_score)) AS scores, argMax(told_scale, last_ts) AS scale FROM (
      SELECT ${submission} AS id, toString(metric) AS metric_name,
        argMax(score, ts) AS last_score, argMax(visitParamExtractUInt(props, 'scale'), ts) AS told_scale, max(ts) AS last_ts
      FROM events
      WHERE project = ${project} AND ${ofSurvey} AND ${within(period, timeZone)}
        AND event IN ${['Survey Answered', 'Survey Completed']}
        AND metric IN ${['nps', 'csat', 'ces']} AND NOT isNaN(score)
      GROUP BY id, metric_name
    )
    GROUP BY metric_name ORDER BY metric_name`)
  return found.map(({ metric_name, scores, scale }) => ({
    metric: metric_name,
    scores,
    scale: [2, 3, 7].includes(scale) ? scale : 5,
  }))
}

/** How many surveys were shown, to whom they were, and how many of those were answered. */
export async function surveyResponse(
  engine: Engine,
  project: string,
  { survey, period, timeZone }: Which,
): Promise<{ shown: number; answered: number }> {
  const ofSurvey = survey === undefined ? sql`1` : sql`guide_id = ${survey}`
  const [row] = await engine.query<{ shown: number; answered: number }>(sql`
    SELECT countIf(times_shown > 0) AS shown, countIf(times_answered > 0) AS answered FROM (
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
