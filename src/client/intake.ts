import type { WhereRule } from '../core/events'
import { recordEvent } from '../core/history'
import type { WireEvent } from '../schema'
import type { Profile } from '../store/profile'
import type { Features } from './measuring'

export interface IntakeOptions {
  profile: Profile
  /** What the config asks about events. */
  rules: readonly WhereRule[]
  /** Absent when the config has none. */
  features: Features | undefined
  /** ms since the epoch */
  now: () => number
  /** The history knows of it now. */
  recorded(event: WireEvent): void
}

export interface Intake {
  hear(event: WireEvent): void
  /** Takes in at once what was heard so far. */
  settle(): void
}

/** Takes events in together, after the call that tracked them has returned to the host: for history and features. */
export function createIntake({ profile, rules, features, now, recorded }: IntakeOptions): Intake {
  let heard: WireEvent[] = []

  function settle(): void {
    const events = heard
    heard = []
    events.forEach(take)
    events.forEach(recorded)
  }
  // By its own time: what the collector tells of the same event later is no other one.
  function take({ event = '', timestamp = '', properties: given }: WireEvent): void {
    const properties = given ?? {}
    const at = Date.parse(timestamp) || now()
    profile.update((history) => recordEvent(history, event, properties, rules, at))
    features?.hear(event, properties, at)
  }

  return {
    hear(event) {
      if (event.type !== 'track') return
      if (heard.push(event) === 1) queueMicrotask(settle)
    },
    settle,
  }
}
