import type { Model } from '../model'
import type { Part } from '../part'
import { lin } from '../scale'
import type { Signals } from '../signals'
import { percent } from '../words'

/** Where usage is heading: active user-days of W against P. No activity in both is a true 0. */
export function trend(signals: Signals, model: Model): Part[] {
  const { min_age_days } = model.components.trend
  const change = signals.ageDays < min_age_days ? null : usageChange(signals, model)
  const silent = signals.userDays === 0 && signals.userDaysPrev === 0
  const value = change === null ? null : silent ? 0 : lin(change, model.components.trend)
  return [{ weight: 1, value, text: direction(signals, change ?? 0, (value ?? 0) >= model.bands.healthy) }]
}

/** r = (Q_W − Q_P) / max(Q_P, 10), or `null` when P is unknown. */
export function usageChange({ userDays, userDaysPrev }: Signals, model: Model): number | null {
  if (userDaysPrev === undefined) return null
  return (userDays - userDaysPrev) / Math.max(userDaysPrev, model.components.trend.min_previous)
}

/** `held`: a fall too small to pull the score down. */
function direction({ userDays, userDaysPrev = 0 }: Signals, change: number, held: boolean): string {
  const figures = `${userDays} active user-days against ${userDaysPrev} in the period before`
  if (userDays === userDaysPrev) return `Usage is level: ${figures}`
  if (held && change < 0) return `Usage held at ${percent(1 + change)}: ${figures}`
  return `Usage ${change < 0 ? 'fell' : 'grew'} by ${percent(Math.abs(change))}: ${figures}`
}
