import type { Metrics } from '../../api-figures'
import { activation } from '../../health/metrics/activation'
import { ratio } from '../../health/metrics/ratio'
import { projectContext } from '../../signals/project-context'
import { readSignalsOf } from '../../signals/read'
import { period, periodQuery } from './period'
import { activeUsers } from './queries/active-users'
import { type MetricScores, surveyResponse, surveyScores } from './queries/survey-scores'
import { route } from './route'
import { surveyMetrics } from './survey-metrics'

/** Time an account has to reach first value, to count as activated. */
const ACTIVATION_DAYS = 14

export const metrics = route({
  method: 'GET',
  path: '/api/metrics',
  summary:
    'Active users, stickiness, NPS, CSAT, CES, response rate, activation and revenue over a period of days.',
  query: periodQuery,
  answer: 'Metrics',
  async handle({ services, project, query }): Promise<Metrics> {
    const { engine, control } = services
    const { today, scope } = await projectContext(services, project)
    const days = period(query, today)
    const asOf = scope(days.to)
    const which = { period: days, timeZone: asOf.timeZone }
    const [users, scores, response, signals, accounts] = await Promise.all([
      activeUsers(engine, asOf, days),
      surveyScores(engine, project, which),
      surveyResponse(engine, project, which),
      readSignalsOf(engine, asOf),
      control.traits.accounts(project),
    ])
    const mrrs = accounts.flatMap(({ traits }) => (typeof traits.mrr === 'number' ? [traits.mrr] : []))
    const mrr = mrrs.length === 0 ? null : mrrs.reduce((sum, value) => sum + value, 0)
    const signups = [...signals.values()].flatMap(({ ageDays, ttfvDays }) =>
      ttfvDays === undefined ? [] : [{ ageDays, ttfvDays }],
    )
    return {
      ...days,
      days: users,
      ...withCounts(scores),
      responseRate: ratio(response.answered, response.shown),
      activation: activation(signups, ACTIVATION_DAYS),
      mrr,
      arpu: mrr === null ? null : ratio(mrr, users.at(-1)?.mau ?? 0),
      arpa: mrr === null ? null : ratio(mrr, mrrs.length),
    }
  },
})

function withCounts(scores: readonly MetricScores[]): Pick<Metrics, 'nps' | 'csat' | 'ces'> {
  const { nps, csat, ces } = surveyMetrics(scores)
  const n = (metric: string) => scores.find((one) => one.metric === metric)?.scores.length ?? 0
  const short = (found: { value: number; low: number; high: number } | null, metric: string) =>
    found && { value: found.value, low: found.low, high: found.high, n: n(metric) }
  return { nps: short(nps, 'nps'), csat: short(csat, 'csat'), ces: short(ces, 'ces') }
}
