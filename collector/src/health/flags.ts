import type { Flag } from '../api-types'
import { seatUse } from './components/breadth'
import { usageChange } from './components/trend'
import type { Model, Score } from './model'
import { modelFor } from './segment'
import type { Signals } from './signals'
import { count, percent } from './words'

type Rule = (signals: Signals, model: Model, score: number | null) => Omit<Flag, 'id'> | string | null

/**
 * Warnings and chances that stand beside the score, each with the sentence that explains it. The sentence is read
 * beside the name of the flag, and says what the name does not.
 */
export function flags(signals: Signals, model: Model, score: Pick<Score, 'segment' | 'score'>): Flag[] {
  const own = modelFor(model, score.segment)
  return Object.entries(RULES).flatMap(([id, rule]) => {
    const found = rule(signals, own, score.score)
    if (found === null) return []
    return [{ id, ...(typeof found === 'string' ? { text: found } : found) }]
  })
}

const RULES: Record<string, Rule> = {
  dormant: ({ daysSinceActive }, { flags: { dormant } }) =>
    daysSinceActive !== undefined && daysSinceActive >= dormant.days
      ? `No activity for ${count(daysSinceActive, 'day')}`
      : null,

  usage_drop: (signals, model) => {
    const change = usageChange(signals, model)
    const limit = model.flags.usage_drop
    if (change === null || change > limit.change || (signals.userDaysPrev ?? 0) < limit.min_previous)
      return null
    return `${signals.userDays} active user-days, ${percent(-change)} fewer than the ${signals.userDaysPrev} of the period before`
  },

  champion_lost: ({ champion }, { window_days }) =>
    champion && champion.days === 0
      ? {
          text: `The admin who was most active before has not come in the last ${window_days} days`,
          userId: champion.userId,
        }
      : null,

  stalled_onboarding: (signals, { flags: { stalled_onboarding: limit } }) => {
    const { ageDays, checklistShare, daysSinceItem } = signals
    if (checklistShare === undefined || checklistShare >= limit.checklist_share) return null
    if (ageDays < limit.age_days || (daysSinceItem ?? ageDays) < limit.item_days) return null
    return `${percent(checklistShare)} of the checklist done after ${count(ageDays, 'day')}; nothing new for ${count(daysSinceItem ?? ageDays, 'day')}`
  },

  detractor: ({ responses = [] }, { flags: { detractor } }) => {
    const found = responses.filter(
      ({ metric, score, ageDays }) =>
        metric === 'nps' && score <= detractor.score && ageDays <= detractor.days,
    )
    if (found.length === 0) return null
    const lowest = Math.min(...found.map(({ score }) => score))
    const period = `in the last ${detractor.days} days`
    if (found.length === 1) return `An NPS answer of ${lowest} ${period}`
    return `${found.length} NPS answers of ${detractor.score} or less ${period}, the lowest ${lowest}`
  },

  seat_underuse: (signals, { flags: { seat_underuse } }) => {
    const used = seatUse(signals)
    const { daysToRenewal } = signals
    if (used === null || daysToRenewal === undefined) return null
    if (used >= seat_underuse.share || daysToRenewal > seat_underuse.renewal_days) return null
    return `${signals.mau} of ${count(signals.seats ?? 0, 'seat')} in use, ${count(daysToRenewal, 'day')} before renewal`
  },

  feature_abandoned: ({ abandonedFeatures = [] }) =>
    abandonedFeatures.length > 0 ? `No longer used: ${abandonedFeatures.join(', ')}` : null,

  survey_silent: ({ surveysShown90d = 0, surveysAnswered90d = 0 }, { flags: { survey_silent } }) =>
    surveysShown90d >= survey_silent.shown && surveysAnswered90d === 0
      ? `None of ${count(surveysShown90d, 'survey')} shown in 90 days was answered`
      : null,

  expansion: (signals, model, score) => {
    const used = seatUse(signals)
    const change = usageChange(signals, model)
    const limit = model.flags.expansion
    if (used === null || change === null || score === null) return null
    if (used < limit.share || change < limit.change || score < limit.score) return null
    return `${signals.mau} of ${count(signals.seats ?? 0, 'seat')} in use and usage grew by ${percent(change)}: room for more seats`
  },
}
