import type { SurveyAnswer } from '../../../api-types'
import { parseObject } from '../../../event-store/json'
import { sql } from '../../../event-store/sql'
import type { Engine } from '../../../services'
import { submission } from '../../../signals/sql/scope'

/** An answer as it was sent: ids rather than words. */
export type Submission = Omit<SurveyAnswer, 'surveyName' | 'said'>

interface StoredSubmission {
  submission_id: string
  survey_id: string
  who: string
  last_ts: number
  last_metric: string
  last_score: number | null
  last_answers: string
  completed: number
}

/**
 * Submissions, newest first, each as its last answer left it: answers are cumulative, so that the last one holds all.
 * `account` or `survey` restrict; `limit` bounds.
 */
export async function surveyAnswers(
  engine: Engine,
  project: string,
  { account, survey, limit }: { account?: string; survey?: string; limit: number },
): Promise<Submission[]> {
  const ofAccount = account === undefined ? sql`1` : sql`account = ${account}`
  const ofSurvey = survey === undefined ? sql`1` : sql`guide_id = ${survey}`
  const found = await engine.query<StoredSubmission>(sql`
    SELECT submission_id, survey_id, who, last_ts, last_metric, last_score, last_answers, completed FROM (
      SELECT ${submission} AS submission_id, any(guide_id) AS survey_id, any(user) AS who,
        max(ts) AS last_ts, argMax(metric, ts) AS last_metric, argMax(score, ts) AS last_score,
        argMax(answers, ts) AS last_answers, countIf(event = 'Survey Completed') > 0 AS completed
      FROM events
      WHERE project = ${project} AND ${ofAccount} AND ${ofSurvey} AND event IN ${['Survey Answered', 'Survey Completed']}
      GROUP BY submission_id
    )
    ORDER BY last_ts DESC, submission_id LIMIT ${limit}`)
  return found.map((row) => ({
    submissionId: row.submission_id,
    surveyId: row.survey_id,
    userId: row.who || null,
    ts: row.last_ts,
    metric: row.last_metric || null,
    score: row.last_score,
    answers: parseObject(row.last_answers),
    completed: row.completed === 1,
  }))
}
