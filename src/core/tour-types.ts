import type { Step, Target, Tour } from '../schema'
import type { Context } from './context'
import type { Rules } from './rules'

/** What one transition is made on. */
export interface Scene {
  tour: Tour
  context: Context
  rules: Rules
}

/** A tour under way. JSON: kept across reloads, navigation and tabs. */
export interface TourState {
  /** Id of the step under way. */
  step: string
  /** Waits for its page, waits for its target and for the user, or is on the screen. */
  phase: 'page' | 'target' | 'shown'
  /** ms since the epoch: when this phase began. */
  since: number
  /** Ids of the steps gone through to get here, oldest first; `back` goes along it. */
  trail: readonly string[]
  /** Ids of the steps that were on the screen in this run. */
  seen: readonly string[]
  /** `Guide Shown` has been sent for this showing; after a snooze the next one is another. */
  announced?: boolean
  /** The step was reached by going back; when it cannot be shown, on in that direction. */
  backwards?: boolean
}

/** How a step was completed: by what the user pressed, or by what its `advance` names. */
export type StepHow = 'button' | 'key' | 'click' | 'input' | 'event' | 'page' | 'element'
export type CloseHow = 'close' | 'escape' | 'outside' | 'button' | 'superseded'

export type TourInput =
  | { type: 'start' }
  /** After a load of the page, with the saved state. */
  | { type: 'resume' }
  | { type: 'next'; how: StepHow }
  | { type: 'back' }
  /** A button or branch: a step id, or `end`. */
  | { type: 'goto'; step: string; how: StepHow }
  | { type: 'close'; how: CloseHow }
  | { type: 'snooze' }
  /** `locate` found it, at first or anew, by the locator at this position of the list; 0 without a target. */
  | { type: 'targetFound'; locatorIndex: number }
  /** The time to wait is over; `tried` goes into `Guide Failed`. */
  | { type: 'targetMissing'; tried?: unknown }
  /** It was on the screen and has gone. */
  | { type: 'targetLost' }
  | { type: 'event'; name: string; properties: Readonly<Record<string, unknown>> }
  /** The path or query has changed. */
  | { type: 'page' }
  /** What `advance` names has been clicked, filled in, or has appeared. */
  | { type: 'advance'; how: 'click' | 'input' | 'element' }
  /** Something that a `show` may ask about has changed. */
  | { type: 'context' }

/** What a step looks like in its tour. */
export interface TourView {
  step: Step
  /** Position among the steps that are shown to this user, from 0, and how many these are. */
  index: number
  total: number
  canGoBack: boolean
  isLast: boolean
  /** Its target did not come and it is shown in the middle instead. */
  centered: boolean
}

export type TourEffect =
  | { type: 'track'; event: string; properties: Record<string, unknown> }
  /** Click this once before looking for the target, unless that is visible already. */
  | { type: 'prepare'; click: Target; unless: Target | undefined }
  /**
   * Look for the target of the step for so long, then answer; the step before leaves the screen unless it is found at
   * once. A step that would interrupt who is writing, with or without a target, is answered for later.
   */
  | { type: 'locate'; step: Step; waitMs: number }
  | { type: 'render'; view: TourView }
  /** Nothing is on the screen until the user reaches the page of the step. */
  | { type: 'hide' }
  | { type: 'save'; state: TourState }
  | {
      type: 'close'
      outcome: 'completed' | 'dismissed' | 'snoozed' | 'failed'
      properties: Record<string, unknown>
    }

/** `undefined` once the tour is over. */
export interface TourResult {
  state: TourState | undefined
  effects: TourEffect[]
}
