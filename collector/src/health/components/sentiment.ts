import type { Model } from '../model'
import type { Part } from '../part'
import type { Metric, Signals, SurveyResponse } from '../signals'
import { count, decimal } from '../words'

const METRICS: readonly Metric[] = ['nps', 'csat', 'ces']

/**
 * What people say: a mean of their latest answers that halves in weight every 90 days and leans on the project's
 * own mean (a Bayesian average: few answers move it little). Metrics are mixed by the model's instruments.
 */
export function sentiment(signals: Signals, model: Model): Part[] {
  const responses = signals.responses ?? []
  const mass = responses.reduce((sum, response) => sum + weightOf(response, model), 0)
  if (mass < model.components.sentiment.min_mass)
    return [{ weight: 1, value: null, text: 'No recent answers' }]
  return METRICS.flatMap((metric) => instrument(metric, signals, model))
}

function instrument(metric: Metric, signals: Signals, model: Model): Part[] {
  const answers = (signals.responses ?? []).filter((response) => response.metric === metric)
  if (answers.length === 0) return []
  const { instruments, prior_strength, prior_default } = model.components.sentiment
  let sum = prior_strength * (signals.priors?.[metric] ?? prior_default)
  let mass = prior_strength
  for (const answer of answers) {
    const weight = weightOf(answer, model)
    sum += weight * pointsOf(answer)
    mass += weight
  }
  return [{ weight: instruments[metric], value: sum / mass, text: latest(metric, answers) }]
}

function weightOf(response: SurveyResponse, model: Model): number {
  return 2 ** (-response.ageDays / model.components.sentiment.half_life_days)
}

/** Points of one answer: NPS 100/50/0 for promoter/passive/detractor, CSAT and CES linear over their scale. */
export function pointsOf({ metric, score }: Pick<SurveyResponse, 'metric' | 'score'>): number {
  if (metric === 'nps') return score >= 9 ? 100 : score >= 7 ? 50 : 0
  return ((score - 1) / (metric === 'csat' ? 4 : 6)) * 100
}

function latest(metric: Metric, answers: readonly SurveyResponse[]): string {
  const newest = answers.reduce((a, b) => (b.ageDays < a.ageDays ? b : a))
  const top = { nps: 10, csat: 5, ces: 7 }[metric]
  const people = count(answers.length, 'person', 'people')
  return `${people} answered ${metric.toUpperCase()}; the latest gave ${decimal(newest.score)} of ${top}, ${ago(newest.ageDays)}`
}

function ago(days: number): string {
  return days < 1 ? 'today' : `${count(Math.floor(days), 'day')} ago`
}
