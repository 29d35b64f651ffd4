import type { FeatureRecord, History } from './context'
import { DAY_MS } from './duration'
import { own } from './paths'

const FEATURE_DAYS = 28

/** The history after a use of a feature at `now`, in ms; days of use older than 28 days are forgotten. */
export function recordFeature(history: History, id: string, now: number): History {
  const record = own(history.features, id)
  const today = Math.floor(now / DAY_MS)
  const days = [...new Set([...(record?.days ?? []), today])].filter((day) => day > today - FEATURE_DAYS)
  const used: FeatureRecord = { first: record?.first ?? now, last: now, days }
  return { ...history, features: { ...history.features, [id]: used } }
}
