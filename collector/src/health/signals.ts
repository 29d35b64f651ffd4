/** What is known of one account as of one day. A missing figure is unknown, never zero. Windows: `docs/health.md`. */
export interface Signals {
  /** Days since the account was created. */
  ageDays: number
  /** Days of W (the last 28 complete days) on which anybody was active. */
  activeDays: number
  /** Active user-days of W: the sum of daily active users. */
  userDays: number
  /** Active user-days of P, the 28 days before W. */
  userDaysPrev?: number
  /** Distinct users active in W. */
  mau: number
  seats?: number
  /** Share of the key features used in W, 0–1. */
  keyFeatureShare?: number
  keyFeatures?: Share
  medianSessionMin?: number
  actionsPerSession?: number
  /** Features used on 4 or more days of W ÷ features used in W. */
  habitRatio?: number
  habit?: Share
  checklistShare?: number
  checklistItems?: Share
  /** Days since a checklist item was last completed. */
  daysSinceItem?: number
  /** Tours completed ÷ started. */
  tourShare?: number
  tours?: Share
  /** Days from creation to first value; `null`: not reached yet; missing: the project names no first value. */
  ttfvDays?: number | null
  /** The latest answer of each user to each metric. */
  responses?: SurveyResponse[]
  /** The project's mean value by metric, 0–100. */
  priors?: Partial<Record<Metric, number>>
  daysSinceActive?: number
  /** Days to the renewal date; missing once it has passed. */
  daysToRenewal?: number
  /** An exit survey was answered, or the wish to cancel was stated, in the last 28 days. */
  cancelIntent28d?: boolean
  /** The most active admin of P, with the active days of P and of W. */
  champion?: { userId: string; daysPrev: number; days: number }
  /** Features used on 4 or more days of P and on none of W, as people call them. */
  abandonedFeatures?: string[]
  surveysShown90d?: number
  surveysAnswered90d?: number
}

/** Both sides of a ratio, for the sentences. */
export interface Share {
  done: number
  of: number
}

export type Metric = 'nps' | 'csat' | 'ces'

export interface SurveyResponse {
  metric: Metric
  /** NPS 0–10, CSAT 1–5, CES 1–7. */
  score: number
  ageDays: number
  userId?: string
}
