import type { Question, Thanks } from '../schema'
import type { Answer, Answers } from './context'

/** A survey under way. JSON: kept across reloads and tabs. */
export interface SurveyState {
  /** One for all answers of this submission. */
  submission: string
  phase: 'asking' | 'thanks'
  /** Id of the question on the screen. */
  question: string
  /** Ids of the questions gone through to get here, oldest first, each once. */
  trail: readonly string[]
  /** By question id; the free text of “other” under `<id>.other`. */
  answers: Answers
  /** What the user read beside each choice they took, by question id. */
  labels: Readonly<Record<string, string>>
  /** `Guide Shown` has been sent for this showing; after a snooze the next one is another. */
  announced: boolean
}

export type SurveyInput =
  | { type: 'start'; submissionId: string }
  /** After a load of the page, with the saved state. */
  | { type: 'resume' }
  /** `other` is the text beside the choice `other`; `label` what the user read beside the choice. */
  | { type: 'answer'; value: Answer; other?: string; label?: string }
  /** Leaves an optional question unanswered, or goes on from a statement. */
  | { type: 'skip' }
  | { type: 'back' }
  | { type: 'close'; how: 'close' | 'escape' | 'outside' | 'button' | 'superseded' }
  | { type: 'snooze' }

/** Why an answer is not taken; `limit` is the number it breaks. */
export type AnswerProblem =
  | { code: 'required' | 'consentNeeded' | 'outOfRange' | 'notAChoice' }
  | { code: 'tooFew' | 'tooMany' | 'tooLong'; limit: number }

export interface SurveyView {
  question: Question
  /** From 0, and how many questions this user is likely to see, by the answers so far. */
  index: number
  total: number
  canGoBack: boolean
  isLast: boolean
  /** What was answered before, when the user has come back. */
  value: Answer | undefined
  other: string | undefined
}

export type SurveyEffect =
  | { type: 'track'; event: string; properties: Record<string, unknown> }
  | { type: 'render'; view: SurveyView }
  /** What is said at the end; the surface closes as `completed` when it has been read. */
  | { type: 'thanks'; thanks: Thanks | undefined }
  | { type: 'invalid'; problem: AnswerProblem }
  | { type: 'save'; state: SurveyState }
  | {
      type: 'close'
      outcome: 'completed' | 'dismissed' | 'snoozed' | 'failed'
      properties: Record<string, unknown>
    }

/** `undefined` once the survey is over. */
export interface SurveyResult {
  state: SurveyState | undefined
  effects: SurveyEffect[]
}
