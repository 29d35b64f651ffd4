/** What `/api/*` answers and the dashboard draws. A figure without data is `null`, never 0. */

export type Band = 'healthy' | 'watch' | 'at_risk' | 'unknown'
export type ComponentName = 'frequency' | 'breadth' | 'depth' | 'onboarding' | 'sentiment' | 'trend'
export type PerComponent<T> = Partial<Record<ComponentName, T>>

export interface Flag {
  id: string
  /** One sentence a customer-success manager understands. */
  text: string
  /** The person it is about, where it is about one. */
  userId?: string | undefined
}

/** A component said in words, with how many of the 100 points it costs or gives. */
export interface Driver {
  component: ComponentName
  direction: 'up' | 'down'
  /** Points of the score: contribution when `up`, loss when `down`. */
  points: number
  text: string
}

export interface AccountRow {
  id: string
  name: string
  traits: Record<string, unknown>
  score: number | null
  band: Band
  /** 0–1: the share of the model's weight for which there was data. */
  coverage: number
  components: Record<ComponentName, number | null>
  contribution: PerComponent<number>
  loss: PerComponent<number>
  flags: Flag[]
  drivers: Driver[]
  /** Scores of the last 60 days, oldest first; null where there was none. */
  trend: (number | null)[]
  /** Day of the score, ISO date in the project's time zone. */
  asOf: string | null
  modelHash: string | null
}

export interface ScoreDay {
  day: string
  score: number | null
  band: Band
  components: Record<ComponentName, number | null>
}

/** Why the score moved between two days: Δ = w̄·Δc + c̄·Δw, summed over components. */
export interface Change {
  from: string
  to: string
  delta: number
  parts: { component: ComponentName; behaviour: number; model: number; text: string }[]
}

export interface AccountUser {
  id: string
  traits: Record<string, unknown>
  lastSeen: number | null
  /** Days with activity among the last 28. */
  activeDays: number
  /** The product's own server has signed for this id; what named it without a signature since is not in here. */
  verified: boolean
}

export interface TimelineEntry {
  messageId: string
  /** Unix milliseconds. */
  ts: number
  type: string
  event: string
  userId: string | null
  /** One line for people: `Finished the tour "welcome"`. */
  text: string
  properties: Record<string, unknown>
}

export interface SurveyAnswer {
  submissionId: string
  surveyId: string
  /** As the live config calls it. */
  surveyName: string
  userId: string | null
  ts: number
  metric: string | null
  score: number | null
  /** By the id of the question, as they were sent. */
  answers: Record<string, unknown>
  /** The same with the words of the live config: the question, and the labels of the choices. */
  said: { questionId: string; question: string; value: unknown }[]
  completed: boolean
}

/** How far an account's people came in one guide. */
export interface GuideProgress {
  kind: string
  id: string
  /** As the live config calls it; the id when it does not. */
  name: string
  shown: number
  completed: number
  dismissed: number
  /** Checklists: the furthest of any user. */
  doneCount: number | null
  totalCount: number | null
}

export interface AccountDetail extends AccountRow {
  segment: string | null
  weights: PerComponent<number>
  raw: number | null
  caps: string[]
  signals: Record<string, unknown>
  history: ScoreDay[]
  changes: Change[]
  users: AccountUser[]
  timeline: TimelineEntry[]
  answers: SurveyAnswer[]
  guides: GuideProgress[]
}

export interface AccountsPage {
  accounts: AccountRow[]
  /** Accounts on all pages together. */
  total: number
  next: string | null
}

export interface EventRow {
  messageId: string
  ts: number
  receivedAt: number
  type: string
  event: string
  userId: string | null
  anonymousId: string | null
  accountId: string | null
  sessionId: string | null
  path: string | null
  properties: Record<string, unknown>
}

export interface EventsPage {
  events: EventRow[]
  next: string | null
}

/** One figure for the top of the portfolio. */
export interface Portfolio {
  asOf: string | null
  accounts: number
  average: number | null
  mrr: number | null
  bands: { band: Band; accounts: number; mrr: number | null }[]
  renewalsDue: { accounts: number; mrr: number | null }
  /** Accounts by band for each of the last 60 days. */
  history: { day: string; healthy: number; watch: number; at_risk: number; unknown: number }[]
  movers: { id: string; name: string; from: number; to: number; delta: number; text: string }[]
}

export interface EventCount {
  /** Distinct message ids. */
  events: number
}

export interface ApiError {
  error: { code: string; message: string; path?: string; expected?: string }
}
