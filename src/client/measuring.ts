import { recordFeature } from '../core/feature-use'
import { rules } from '../core/rules'
import { createAdoption } from '../events/adoption'
import type { Tracker } from '../events/track'
import { type Click, readClick } from '../platform/click'
import { listen } from '../platform/visibility'
import type { Config } from '../schema'
import type { Profile } from '../store/profile'

export { createMeasure } from '../store/measure'

export interface FeaturesOptions {
  features: Config['features']
  /** ms since the epoch */
  now: () => number
  profile: Profile
  record: Tracker['record']
  /** Absent when the config names no elements. */
  finding: typeof import('../platform/finding') | undefined
  /** The history knows of a use now. */
  used(feature: string): void
  /** What was clicked before this chunk came. */
  takeClicks(): Click[]
}

export interface Features {
  /** An event at `at`, in ms. */
  hear(event: string, properties: Record<string, unknown>, at: number): void
  destroy(): void
}

/** Notices the use of features and keeps their history. With goals and holdouts a chunk of its own. */
export function createFeatures(options: FeaturesOptions): Features {
  const { features = [], now, profile, record, finding, used, takeClicks } = options
  const adoption = createAdoption({
    features,
    use: ({ id, name }, at) => record('Feature Used', { feature_id: id, feature_name: name }, { at }),
    matchesWhere: (where, properties) => rules.eventMatches(where, properties, now()),
    matchesPage(page, url) {
      const { pathname, search } = new URL(url)
      return rules.matchesPage(page, pathname, search)
    },
    passesThrough: (path, target) => finding?.passesThrough(path, target) === true,
  })
  takeClicks().forEach(adoption.onClick)
  return {
    hear(event, properties, at) {
      const id = event === 'Feature Used' && properties.feature_id
      if (typeof id !== 'string') return adoption.onEvent(event, properties, at)
      profile.update((history) => recordFeature(history, id, at))
      used(id)
    },
    destroy: listen(window, 'click', (event) => adoption.onClick(readClick(event, now())), { capture: true }),
  }
}
