import type { Model } from '../model'
import type { Part } from '../part'
import { lin } from '../scale'
import type { Signals } from '../signals'
import { count, percent } from '../words'

/** How much of the organisation relies on the product: seats in use and key features in use. */
export function breadth(signals: Signals, model: Model): Part[] {
  const { seat_utilisation, key_feature_share } = model.components.breadth
  const used = seatUse(signals)
  const share = signals.keyFeatureShare
  return [
    {
      weight: seat_utilisation.w,
      value: used === null ? null : lin(used, seat_utilisation),
      text: `${signals.mau} of ${count(signals.seats ?? 0, 'seat')} ${verb(signals.mau)} active in the last ${model.window_days} days`,
    },
    {
      weight: key_feature_share.w,
      value: share === undefined ? null : lin(share, key_feature_share),
      text: keyFeatures(signals, model),
    },
  ]
}

/** MAU ÷ seats, or `null` when the number of seats is unknown. */
export function seatUse({ mau, seats }: Signals): number | null {
  return seats === undefined || seats <= 0 ? null : mau / seats
}

function verb(n: number): string {
  return n === 1 ? 'was' : 'were'
}

function keyFeatures({ keyFeatures, keyFeatureShare = 0 }: Signals, model: Model): string {
  const when = `in the last ${model.window_days} days`
  if (!keyFeatures) return `${percent(keyFeatureShare)} of the key features were used ${when}`
  return `${keyFeatures.done} of ${count(keyFeatures.of, 'key feature')} ${verb(keyFeatures.done)} used ${when}`
}
