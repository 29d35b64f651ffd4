import type { WhereRule } from '../core/events'
import { recordEvent } from '../core/history'
import type { WireEvent } from '../schema'
import type { Profile } from '../store/profile'
import type { Features } from './measuring'

type Properties = Record<string, unknown>

export interface IntakeOptions {
  profile: Profile
  /** What the config asks about events. */
  rules: readonly WhereRule[]
  /** Absent when the config has none. */
  features: Features | undefined
  /** ms since the epoch */
  now: () => number
  /** The history knows of it now. */
  recorded(event: string, properties: Properties): void
}

export interface Intake {
  hear(event: WireEvent): void
  /** Takes in at once what was heard so far. */
  settle(): void
}

/** Takes events in together, after the call that tracked them has returned to the host: for history and features. */
export function createIntake({ profile, rules, features, now, recorded }: IntakeOptions): Intake {
  let heard: { event: string; properties: Properties; at: number }[] = []

  function settle(): void {
    const events = heard
    heard = []
    for (const { event, properties, at } of events) {
      profile.update((history) => recordEvent(history, event, properties, rules, at))
      features?.hear(event, properties, at)
    }
    for (const { event, properties } of events) recorded(event, properties)
  }

  return {
    hear({ type, event, properties, timestamp = '' }) {
      if (type !== 'track' || !event) return
      // By its own time: what the collector tells of the same event later is no other one.
      const at = Date.parse(timestamp) || now()
      if (heard.push({ event, properties: properties ?? {}, at }) === 1) queueMicrotask(settle)
    },
    settle,
  }
}
