import { ANSWER_RANGES } from './answer-ranges'
import { isObject } from './segment'
import type { Metric, Signals, SurveyResponse } from './signals'

export class SignalsError extends Error {
  override name = 'SignalsError'
}

const REQUIRED = ['ageDays', 'activeDays', 'userDays', 'mau'] as const

const OPTIONAL = [
  'userDaysPrev',
  'seats',
  'keyFeatureShare',
  'medianSessionMin',
  'actionsPerSession',
  'habitRatio',
  'checklistShare',
  'daysSinceItem',
  'tourShare',
  'daysSinceActive',
  'surveysShown90d',
  'surveysAnswered90d',
] as const

/**
 * Signals from a JSON document, as `handrail-collector score` takes them. `null` means unknown, except for `ttfvDays`
 * (first value not reached yet). `cancelIntent` is another name of `cancelIntent28d`.
 * @throws SignalsError naming the path, what was found and what was expected.
 */
export function readSignals(json: unknown): Signals {
  if (!isObject(json)) fail('signals', json, 'an object')
  const [ageDays, activeDays, userDays, mau] = REQUIRED.map((name) => amount(json[name], name))
  const signals: Signals = {
    ageDays: ageDays ?? 0,
    activeDays: activeDays ?? 0,
    userDays: userDays ?? 0,
    mau: mau ?? 0,
  }
  for (const name of OPTIONAL) {
    const value = json[name] ?? undefined
    if (value !== undefined) signals[name] = amount(value, name)
  }
  if ('ttfvDays' in json) signals.ttfvDays = json.ttfvDays === null ? null : amount(json.ttfvDays, 'ttfvDays')
  const cancel = json.cancelIntent28d ?? json.cancelIntent ?? undefined
  if (cancel !== undefined) signals.cancelIntent28d = flag(cancel, 'cancelIntent28d')
  if (typeof json.daysToRenewal === 'number') signals.daysToRenewal = json.daysToRenewal
  if (json.responses) signals.responses = readResponses(json.responses)
  if (json.priors) signals.priors = readPriors(json.priors)
  if (json.champion) signals.champion = readChampion(json.champion)
  if (json.abandonedFeatures) signals.abandonedFeatures = names(json.abandonedFeatures, 'abandonedFeatures')
  return signals
}

function readResponses(json: unknown): SurveyResponse[] {
  if (!Array.isArray(json)) fail('responses', json, 'a list')
  return json.map((item: unknown, i) => {
    const path = `responses[${i}]`
    if (!isObject(item)) fail(path, item, 'an object with "metric", "score" and "ageDays"')
    const metric = metricOf(item.metric, `${path}.metric`)
    const [low, high] = ANSWER_RANGES[metric]
    const score = amount(item.score, `${path}.score`)
    if (score < low || score > high) fail(`${path}.score`, score, `${low} to ${high}`)
    return { metric, score, ageDays: amount(item.ageDays, `${path}.ageDays`) }
  })
}

function readPriors(json: unknown): Partial<Record<Metric, number>> {
  if (!isObject(json)) fail('priors', json, 'an object of metric to mean')
  return Object.fromEntries(
    Object.entries(json).map(([name, mean]) => [
      metricOf(name, `priors.${name}`),
      amount(mean, `priors.${name}`),
    ]),
  )
}

function readChampion(json: unknown): NonNullable<Signals['champion']> {
  if (!isObject(json) || typeof json.userId !== 'string') fail('champion', json, 'an object with "userId"')
  const daysPrev = amount(json.daysPrev, 'champion.daysPrev')
  return { userId: json.userId, daysPrev, days: amount(json.days, 'champion.days') }
}

function names(json: unknown, path: string): string[] {
  if (!Array.isArray(json) || !json.every((item) => typeof item === 'string'))
    fail(path, json, 'a list of names')
  return json
}

function metricOf(value: unknown, path: string): Metric {
  if (value !== 'nps' && value !== 'csat' && value !== 'ces') fail(path, value, 'nps, csat or ces')
  return value
}

function amount(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    fail(path, value, 'a number of 0 or more')
  return value
}

function flag(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') fail(path, value, 'true or false')
  return value
}

function fail(path: string, found: unknown, expected: string): never {
  throw new SignalsError(`${path}: found ${JSON.stringify(found) ?? 'nothing'}, expected ${expected}`)
}
