import { recordFeature } from '../core/feature-use'
import { rules } from '../core/rules'
import { createAdoption } from '../events/adoption'
import type { Tracker } from '../events/track'
import { pagePath, pageSearch } from '../platform/environment'
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
}

export interface Features {
  /** An event at `at`, in ms. */
  hear(event: string, properties: Record<string, unknown>, at: number): void
  destroy(): void
}

/** Notices the use of features and keeps their history. With goals and holdouts a chunk of its own. */
export function createFeatures(options: FeaturesOptions): Features {
  const { features = [], now, profile, record, finding, used } = options
  const adoption = createAdoption({
    now,
    use: ({ id, name }) => record('Feature Used', { feature_id: id, feature_name: name }),
    matchesWhere: (where, properties) => rules.eventMatches(where, properties, now()),
    matchesPage: (page) => rules.matchesPage(page, pagePath(), pageSearch()),
    passesThrough: (path, target) => finding?.passesThrough(path, target) === true,
  })
  adoption.setFeatures(features)
  return {
    hear(event, properties, at) {
      const id = event === 'Feature Used' && properties.feature_id
      if (typeof id !== 'string') return adoption.onEvent(event, properties)
      profile.update((history) => recordFeature(history, id, at))
      used(id)
    },
    destroy: listen(window, 'click', adoption.onClick, { capture: true, passive: true }),
  }
}
