import type { WhereRule } from '../core/events'
import { recordEvent, recordFeature } from '../core/history'
import type { Adoption } from '../events/adoption'
import type { WireEvent } from '../schema'
import type { Profile } from '../store/profile'

export interface IntakeOptions {
  profile: Profile
  /** What the config asks about events. */
  rules: readonly WhereRule[]
  /** Absent when the config has none. */
  features: Adoption | undefined
  /** ms since the epoch */
  now: () => number
  /** The history knows of it now. */
  recorded(event: WireEvent): void
  /** A feature was used. */
  used(): void
}

export interface Intake {
  hear(event: WireEvent): void
  /** Takes in at once what was heard so far. */
  settle(): void
}

/** Takes events in together, after the call that tracked them has returned to the host: for history and features. */
export function createIntake({ profile, rules, features, now, recorded, used }: IntakeOptions): Intake {
  let heard: WireEvent[] = []

  function settle(): void {
    const events = heard
    heard = []
    for (const event of events) take(event)
    for (const event of events) recorded(event)
  }
  // By its own time: what the collector tells of the same event later is no other one.
  function take({ event = '', timestamp = '', properties: given }: WireEvent): void {
    const at = Date.parse(timestamp) || now()
    const properties = given ?? {}
    profile.update((history) => recordEvent(history, event, properties, rules, at))
    const feature = event === 'Feature Used' ? properties.feature_id : undefined
    if (typeof feature === 'string') {
      profile.update((history) => recordFeature(history, feature, at))
      used()
    } else features?.onEvent(event, properties)
  }

  return {
    hear(event) {
      if (event.type !== 'track') return
      if (heard.push(event) === 1) queueMicrotask(settle)
    },
    settle,
  }
}
