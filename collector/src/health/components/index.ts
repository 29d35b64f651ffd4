import type { ComponentName } from '../../api-types'
import type { Model } from '../model'
import type { Part } from '../part'
import type { Signals } from '../signals'
import { breadth } from './breadth'
import { depth } from './depth'
import { frequency } from './frequency'
import { onboarding } from './onboarding'
import { sentiment } from './sentiment'
import { trend } from './trend'

/** In the order in which they are summed, so that a score is the same to the bit everywhere. */
export const COMPONENTS: readonly ComponentName[] = [
  'frequency',
  'breadth',
  'depth',
  'onboarding',
  'sentiment',
  'trend',
]

/** Every component taken apart into the figures it is made of. */
export function partsOf(signals: Signals, model: Model): Record<ComponentName, Part[]> {
  return {
    frequency: frequency(signals, model),
    breadth: breadth(signals, model),
    depth: depth(signals, model),
    onboarding: onboarding(signals, model),
    sentiment: sentiment(signals, model),
    trend: trend(signals, model),
  }
}
