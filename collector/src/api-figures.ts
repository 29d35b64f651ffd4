/** What `/api` answers about guides, surveys, features and metrics. A figure without data is `null`, never 0. */
import type { Band, SurveyAnswer } from './api-types'

/** People who saw one guide, and what became of it. */
export interface GuideSummary {
  kind: string
  id: string
  shown: number
  completed: number
  dismissed: number
  failed: number
  withheld: number
  goalReached: number
  /** Completed ÷ shown. */
  completionRate: number | null
  /** Unix milliseconds of the last time it was shown. */
  lastShown: number | null
}

export interface GuidesList {
  guides: GuideSummary[]
}

/** One step of a tour, or one item of a checklist, in order. */
export interface GuideStep {
  id: string
  index: number | null
  viewed: number
  completed: number
  /** Median time from seeing the step to completing it, in milliseconds. */
  medianMs: number | null
  failed: number
  healed: number
}

export interface GuideDetail extends GuideSummary {
  steps: GuideStep[]
  /** People who closed it, by how. */
  dismissals: { how: string; people: number }[]
  failures: { stepId: string | null; reason: string; people: number; last: number }[]
}

export interface SurveyDetail {
  id: string
  metric: string | null
  /** Submissions with a score, each once. */
  n: number
  nps: {
    value: number
    low: number
    high: number
    promoters: number
    passives: number
    detractors: number
  } | null
  csat: { value: number; low: number; high: number; satisfied: number } | null
  ces: { value: number; low: number; high: number; easy: number } | null
  /** Answers by score, lowest first. */
  distribution: { score: number; answers: number }[]
  /** People who were shown it. */
  shown: number
  /** People who were shown it and answered. Answers of clients that send no `Guide Shown` count in `n` alone. */
  answered: number
  /** Answered ÷ shown. */
  responseRate: number | null
  answers: SurveyAnswer[]
}

export interface FeatureUse {
  id: string
  name: string
  key: boolean
  users: number
  accounts: number
  uses: number
  /** Its users ÷ the active users of the period. */
  adoption: number | null
  /** Unix milliseconds. */
  lastUsed: number | null
}

export interface FeaturesList {
  from: string
  to: string
  activeUsers: number
  features: FeatureUse[]
}

export interface Metrics {
  from: string
  to: string
  /** Distinct active users of each day, of the 7 and of the 28 days that end with it. */
  days: { day: string; dau: number; wau: number; mau: number; stickiness: number | null }[]
  nps: { value: number; low: number; high: number; n: number } | null
  csat: { value: number; low: number; high: number; n: number } | null
  ces: { value: number; low: number; high: number; n: number } | null
  /** Answered ÷ shown surveys. */
  responseRate: number | null
  /** Accounts that reached first value within 14 days ÷ those at least 14 days old. */
  activation: number | null
  mrr: number | null
  /** MRR ÷ users active in the last 28 days of the period. */
  arpu: number | null
  /** MRR ÷ accounts that tell it. */
  arpa: number | null
}

/** What a changed health model would do to the scores of today. */
export interface HealthPreview {
  modelHash: string
  accounts: number
  bands: { band: Band; before: number; after: number }[]
  moved: { id: string; name: string; from: number | null; to: number | null; bandFrom: Band; bandTo: Band }[]
}
