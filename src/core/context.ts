import type { Config, Target } from '../schema'

export type Traits = Readonly<Record<string, unknown>>
export type Band = 'healthy' | 'watch' | 'at_risk' | 'unknown'
export type Answer = string | number | boolean | readonly string[] | null
export type Answers = Readonly<Record<string, Answer>>

/** What is known of one event, or of one `where` on it. All times in ms since the epoch. */
export interface EventRecord {
  count: number
  first: number
  last: number
  /** The latest occurrences, oldest first, at most `EVENT_TIMES`; windows are counted over these. */
  times: readonly number[]
}

/** What is known of one feature. */
export interface FeatureRecord {
  first: number
  last: number
  /** Days of use, in whole days since the epoch (UTC), of the last 28. */
  days: readonly number[]
}

/** What has happened with one guide. Times in ms since the epoch; absent when it never happened. */
export interface GuideRecord {
  /** Times it was shown in all. */
  shown: number
  first?: number
  last?: number
  /** Session in which it was last shown, or ended. */
  session?: string
  started?: number
  completed?: number
  dismissed?: number
  answered?: number
  snoozedAt?: number
  snoozedUntil?: number
  withheld?: number
  goal?: number
}

/** What the user did, as far as this browser (and the collector, when asked) knows. Plain JSON. */
export interface History {
  /** By event name, and by `whereKey()` for events that a condition looks at more closely. */
  events: Readonly<Record<string, EventRecord>>
  features: Readonly<Record<string, FeatureRecord>>
  /** By guide id. */
  guides: Readonly<Record<string, GuideRecord>>
  /** When guides that interrupt were shown, oldest first, with kind and session; for pacing. */
  interruptions: readonly {
    at: number
    id: string
    kind: string
    session: string
    metric?: string | undefined
  }[]
}

/** Everything a condition or a gate may ask; a snapshot, so that one decision is made on one state. */
export interface Context {
  /** ms since the epoch */
  now: number
  userId: string | undefined
  anonymousId: string
  sessionId: string
  traits: Traits
  account: Traits
  accountId: string | undefined
  health: Band
  history: History
  /** Path of the page, without origin. */
  path: string
  /** With its `?`, or empty. */
  search: string
  device: 'desktop' | 'tablet' | 'mobile'
  language: string
  segments: NonNullable<Config['segments']>
  /** Answers of the survey under way. */
  answers: Answers
  /** Is this target on the page and visible? Answered by the platform; false where there is none. */
  isVisible(target: Target): boolean
}
