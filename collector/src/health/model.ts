import type { ComponentName, PerComponent } from '../api-types'
import type { FlagThresholds } from './flag-thresholds'
import type { Metric } from './signals'

/** Ends of a linear scale: `worst` earns 0 points, `best` 100. */
export interface Scale {
  worst: number
  best: number
}

/** A scaled part of a component with its share `w` of it. */
export interface ScaledPart extends Scale {
  w: number
}

export interface Condition {
  lt?: number
  lte?: number
  gt?: number
  gte?: number
  is?: boolean
}

/** Signal name to what must hold for it; all must hold. An unknown signal satisfies nothing. */
export type Conditions = Record<string, Condition>

export interface Components {
  frequency: { active_days: ScaledPart; stickiness: ScaledPart }
  breadth: { seat_utilisation: ScaledPart; key_feature_share: ScaledPart }
  depth: { median_session_min: ScaledPart; actions_per_session: ScaledPart; habit_ratio: ScaledPart }
  onboarding: { checklist_share: ScaledPart; tour_share: ScaledPart; ttfv_days: ScaledPart }
  sentiment: {
    half_life_days: number
    prior_strength: number
    prior_default: number
    min_mass: number
    instruments: Record<Metric, number>
  }
  trend: Scale & { min_previous: number; min_age_days: number }
}

/** The versioned document that says how health is computed. Keys are those of `model.v1.json`. */
export interface Model {
  id: string
  version: number
  window_days: number
  timezone: string
  session_gap_minutes: number
  active_event: { exclude: string[] }
  components: Components
  weights: Record<string, Record<ComponentName, number>>
  segment_rules: SegmentRule[]
  coverage: { min_to_publish: number; high: number; require: ComponentName[] }
  bands: { healthy: number; watch: number; at_risk: number }
  hysteresis: { margin: number; confirm_days: number; jump: number; alert_cooldown_days: number }
  caps: Cap[]
  flags: FlagThresholds
  /** Changes to this document for the accounts of one segment. */
  segments: Record<string, Partial<Model>>
}

export interface SegmentRule {
  if?: Conditions
  use: string
}

export interface Cap {
  id: string
  if: Conditions
  max: number
}

/** The result for one account: the shape that is stored, printed and explained. */
export interface Score {
  segment: string
  components: Record<ComponentName, number | null>
  /** Weights of the components that have data, summing to 1. */
  weights: PerComponent<number>
  /** Sum of the model's weights for which there was data, 0–1. */
  coverage: number
  /** Σ weight × component, before caps; `null` when the band is `unknown`. */
  raw: number | null
  score: number | null
  /** Ids of the caps that apply, in snake case like bands and flags. */
  caps: string[]
  band: 'healthy' | 'watch' | 'at_risk' | 'unknown'
  /** Weight × component: sums to `raw`. */
  contribution: PerComponent<number>
  /** Weight × (100 − component): sums to 100 − `raw`. */
  loss: PerComponent<number>
}
