/** Limits of the flags; days unless the name says otherwise. A model document may change each under `flags`. */
export interface FlagThresholds {
  usage_drop: { change: number; min_previous: number }
  dormant: { days: number }
  stalled_onboarding: { age_days: number; checklist_share: number; item_days: number }
  detractor: { score: number; days: number }
  seat_underuse: { share: number; renewal_days: number }
  survey_silent: { shown: number }
  expansion: { share: number; change: number; score: number }
}

export const DEFAULT_FLAGS: FlagThresholds = {
  usage_drop: { change: -0.3, min_previous: 10 },
  dormant: { days: 14 },
  stalled_onboarding: { age_days: 14, checklist_share: 0.5, item_days: 7 },
  detractor: { score: 6, days: 30 },
  seat_underuse: { share: 0.25, renewal_days: 90 },
  survey_silent: { shown: 3 },
  expansion: { share: 0.9, change: 0.1, score: 70 },
}
