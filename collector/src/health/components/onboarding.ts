import type { Model } from '../model'
import type { Part } from '../part'
import { lin } from '../scale'
import type { Share, Signals } from '../signals'
import { count, percent } from '../words'

/** Too early to judge how quickly first value comes. */
const MIN_AGE_DAYS = 3

/** How far the account has settled in: checklist, tours, days to first value. */
export function onboarding(signals: Signals, model: Model): Part[] {
  const { checklist_share, tour_share, ttfv_days } = model.components.onboarding
  const { checklistShare, tourShare } = signals
  const days = daysToFirstValue(signals)
  return [
    {
      weight: checklist_share.w,
      value: checklistShare === undefined ? null : lin(checklistShare, checklist_share),
      text: `${part(signals.checklistItems, checklistShare, 'checklist item')} done`,
    },
    {
      weight: tour_share.w,
      value: tourShare === undefined ? null : lin(tourShare, tour_share),
      text: `${part(signals.tours, tourShare, 'started tour')} finished`,
    },
    { weight: ttfv_days.w, value: days === null ? null : lin(days, ttfv_days), text: firstValue(signals) },
  ]
}

/** An account that has not got there yet counts with its age. */
function daysToFirstValue({ ageDays, ttfvDays }: Signals): number | null {
  if (ttfvDays === undefined || ageDays < MIN_AGE_DAYS) return null
  return ttfvDays ?? ageDays
}

function part(share: Share | undefined, ratio: number | undefined, noun: string): string {
  return share ? `${share.done} of ${count(share.of, noun)}` : `${percent(ratio ?? 0)} of the ${noun}s`
}

function firstValue({ ageDays, ttfvDays }: Signals): string {
  if (typeof ttfvDays === 'number') return `First value was reached after ${count(ttfvDays, 'day')}`
  return `First value has not been reached after ${count(ageDays, 'day')}`
}
