import type { Model } from '../model'
import type { Part } from '../part'
import { lin } from '../scale'
import type { Signals } from '../signals'
import { count, decimal } from '../words'

/** Fewer observed days than this say nothing about a habit of coming back. */
const MIN_DAYS = 7

/** How often people come: active days, and stickiness = average DAU ÷ MAU. No data below 7 days of age. */
export function frequency(signals: Signals, model: Model): Part[] {
  const { active_days, stickiness } = model.components.frequency
  const days = Math.min(model.window_days, signals.ageDays)
  const known = days >= MIN_DAYS
  const activeDays = (signals.activeDays * model.window_days) / days
  return [
    {
      weight: active_days.w,
      value: known ? lin(activeDays, active_days) : null,
      text: `Active on ${signals.activeDays} of the last ${count(days, 'day')}`,
    },
    {
      weight: stickiness.w,
      value: known ? lin(stickinessOf(signals, days), stickiness) : null,
      text: comingBack(signals, days),
    },
  ]
}

function stickinessOf({ userDays, mau }: Signals, days: number): number {
  return mau === 0 ? 0 : userDays / days / mau
}

function comingBack({ userDays, mau }: Signals, days: number): string {
  if (mau === 0) return `Nobody was active in the last ${count(days, 'day')}`
  return `Active people came on ${decimal(userDays / mau)} of ${count(days, 'day')} on average`
}
