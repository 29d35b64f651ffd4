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
  recorded(event: string, properties: Readonly<Record<string, unknown>>): void
}

/**
 * Takes an event in when it is told, for history and features: no decision is older than what the user has just done, and
 * by the time somebody else comes all of it is known.
 */
export const createIntake =
  ({ profile, rules, features, now, recorded }: IntakeOptions) =>
  ({ type, event, properties: given, timestamp = '' }: WireEvent): void => {
    if (type !== 'track' || !event) return
    const properties = given ?? {}
    // By its own time: what the collector tells of the same event later is no other one.
    const at = Date.parse(timestamp) || now()
    profile.update((history) => recordEvent(history, event, properties, rules, at))
    features?.hear(event, properties, at)
    recorded(event, properties)
  }
