import type { Metric, Signals, SurveyResponse } from '../health/signals'
import { daysBetween } from './days'
import type { Scope } from './sql/scope'

/** One row of `signalsSql`. Days are ISO dates; see `isDay`. */
export interface SignalRow {
  account: string
  first_day: string
  last_active: string
  created_day: string
  renewal_day: string
  seat_count: number | null
  seats_known: number
  active_days: number
  user_days: number
  user_days_prev: number
  mau: number
  champion: string
  champion_days_prev: number
  champion_days: number
  features_used: number
  habits: number
  key_features_used: number
  abandoned: string[]
  reported: number
  reported_median_ms: number | null
  reported_actions: number
  derived: number
  derived_median_ms: number | null
  derived_actions: number
  items_done: number
  items_total: number
  last_item_day: string
  tours_started: number
  tours_completed: number
  first_value_day: string
  metrics: Metric[]
  scores: number[]
  answer_days: string[]
  respondents: string[]
  surveys_shown: number
  surveys_answered: number
  cancel_intent: number
}

const MINUTE_MS = 60_000

/** Signals of one account. `priors` are those of its project. */
export function toSignals(row: SignalRow, scope: Scope, priors: NonNullable<Signals['priors']>): Signals {
  const created = isDay(row.created_day) ? row.created_day : row.first_day
  return {
    ageDays: Math.max(0, daysBetween(created, scope.asOf)),
    activeDays: row.active_days,
    userDays: row.user_days,
    userDaysPrev: row.user_days_prev,
    mau: row.mau,
    ...seats(row),
    ...featureUse(row, scope),
    ...sessions(row),
    ...onboarding(row, scope, created),
    ...sentiment(row, scope, priors),
    ...dates(row, scope, created),
    ...(row.champion !== '' && { champion: champion(row) }),
    ...abandoned(row, scope),
  }
}

/** By name: a flag says them to people. */
function abandoned(row: SignalRow, { facts }: Scope): Pick<Signals, 'abandonedFeatures'> {
  const nameOf = (id: string) => facts.features.find((feature) => feature.id === id)?.name ?? id
  return row.abandoned.length > 0 ? { abandonedFeatures: row.abandoned.map(nameOf) } : {}
}

function seats({ seats_known, seat_count }: SignalRow): Pick<Signals, 'seats'> {
  return seats_known && seat_count !== null ? { seats: seat_count } : {}
}

function featureUse(row: SignalRow, { facts }: Scope): Partial<Signals> {
  const key = { done: row.key_features_used, of: facts.features.filter((feature) => feature.key).length }
  const habit = { done: row.habits, of: row.features_used }
  const measured = facts.features.length > 0 || habit.of > 0
  return {
    ...(key.of > 0 && { keyFeatures: key, keyFeatureShare: key.done / key.of }),
    // Features are measured and none is in use: a true 0.
    ...(measured && { habit, habitRatio: habit.of === 0 ? 0 : habit.done / habit.of }),
  }
}

function sessions(row: SignalRow): Pick<Signals, 'medianSessionMin' | 'actionsPerSession'> {
  const reported = row.reported > 0
  const count = reported ? row.reported : row.derived
  if (count === 0) return { medianSessionMin: 0, actionsPerSession: 0 }
  const medianMs = (reported ? row.reported_median_ms : row.derived_median_ms) ?? 0
  const actions = reported ? row.reported_actions : row.derived_actions
  return { medianSessionMin: medianMs / MINUTE_MS, actionsPerSession: actions / count }
}

function onboarding(row: SignalRow, { facts, asOf }: Scope, created: string): Partial<Signals> {
  const items = { done: row.items_done, of: row.items_total }
  const tours = { done: Math.min(row.tours_completed, row.tours_started), of: row.tours_started }
  const reached = isDay(row.first_value_day)
  return {
    ...(items.of > 0 && { checklistItems: items, checklistShare: items.done / items.of }),
    ...(isDay(row.last_item_day) && { daysSinceItem: daysBetween(row.last_item_day, asOf) }),
    ...(tours.of > 0 && { tours, tourShare: tours.done / tours.of }),
    ...(facts.firstValue && {
      ttfvDays: reached ? Math.max(0, daysBetween(created, row.first_value_day)) : null,
    }),
  }
}

function sentiment(
  row: SignalRow,
  { asOf }: Scope,
  priors: NonNullable<Signals['priors']>,
): Partial<Signals> {
  const responses = row.metrics.map((metric, i): SurveyResponse => {
    const day = row.answer_days[i] ?? asOf
    return {
      metric,
      score: row.scores[i] ?? 0,
      ageDays: daysBetween(day, asOf),
      userId: row.respondents[i] ?? '',
    }
  })
  return {
    ...(responses.length > 0 && { responses, priors }),
    surveysShown90d: row.surveys_shown,
    surveysAnswered90d: row.surveys_answered,
    cancelIntent28d: row.cancel_intent === 1,
  }
}

/** An account that has never been active is as silent as it is old. */
function dates(row: SignalRow, { asOf }: Scope, created: string): Partial<Signals> {
  const renewal = isDay(row.renewal_day) ? daysBetween(asOf, row.renewal_day) : -1
  const lastActive = isDay(row.last_active) ? row.last_active : created
  return {
    daysSinceActive: Math.max(0, daysBetween(lastActive, asOf)),
    ...(renewal >= 0 && { daysToRenewal: renewal }),
  }
}

function champion(row: SignalRow): NonNullable<Signals['champion']> {
  return { userId: row.champion, daysPrev: row.champion_days_prev, days: row.champion_days }
}

/** False for the default of ClickHouse's type, its first day, which 18.16 writes with zeros. */
function isDay(day: string): boolean {
  return day !== '1970-01-01' && day !== '0000-00-00'
}
