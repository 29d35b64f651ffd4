import type { Question, Survey } from '../schema'
import type { Answer, Answers, Context } from './context'
import type { Rules } from './rules'

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
}

/** What one transition is made on. */
export interface Asking {
  survey: Survey
  context: Context
  rules: Rules
}

/** `other` is the text beside the choice `other`; `label` what the user read beside the choice. */
export interface Given {
  value: Answer
  other?: string | undefined
  label?: string | undefined
}

export type SurveyInput =
  | ({ type: 'answer' } & Given)
  /** Leaves an optional question unanswered, or goes on from a statement. */
  | { type: 'skip' }
  | { type: 'back' }
  | { type: 'close'; how: 'close' | 'escape' | 'button' }

/** Why an answer is not taken; `limit` is the number it breaks. */
export type AnswerProblem =
  | { code: 'required' | 'consentNeeded' | 'outOfRange' | 'notAChoice'; limit?: never }
  | { code: 'tooFew' | 'tooMany' | 'tooLong'; limit: number }

/** What the screen shows of a question. */
export interface SurveyView {
  question: Question
  /** From 0, and how many questions this user is likely to see, by the answers so far. */
  index: number
  total: number
  /** What was answered before, when the user has come back. */
  value: Answer | undefined
  other: string | undefined
}

/** An event and its properties. */
export type Told = readonly [event: string, properties: Record<string, unknown>]

/** What a transition leads to. What is to be shown follows from the state: `surveyView`, or at its end `thanksOf`. */
export interface SurveyResult {
  /** To be kept; `undefined` once the survey is over. */
  state: SurveyState | undefined
  /** To be sent, in this order. */
  events: Told[]
  /** The answer is not taken; nothing else has changed. */
  problem?: AnswerProblem
  /** The survey is over. */
  end?: { outcome: 'completed' | 'dismissed' | 'failed'; properties: Record<string, unknown> }
}
