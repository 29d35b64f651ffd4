import type { SurveyDetail } from '../../api-figures'
import { ces } from '../../health/metrics/ces'
import { csat } from '../../health/metrics/csat'
import { nps } from '../../health/metrics/nps'
import type { MetricScores } from './queries/survey-scores'

/** NPS, CSAT and CES of what was answered, each with its interval; `null` where nobody answered. */
export function surveyMetrics(answered: readonly MetricScores[]): Pick<SurveyDetail, 'nps' | 'csat' | 'ces'> {
  const of = (metric: string) => answered.find((one) => one.metric === metric)
  const promoted = nps(of('nps')?.scores ?? [])
  const satisfaction = csat(of('csat')?.points ?? [])
  const effort = ces(of('ces')?.scores ?? [])
  return {
    nps: promoted && {
      value: promoted.nps,
      low: promoted.low,
      high: promoted.high,
      promoters: promoted.promoters,
      passives: promoted.passives,
      detractors: promoted.detractors,
    },
    csat: satisfaction && {
      value: satisfaction.csat,
      low: satisfaction.low,
      high: satisfaction.high,
      satisfied: satisfaction.satisfied,
    },
    ces: effort && { value: effort.ces, low: effort.low, high: effort.high, easy: effort.easy },
  }
}
