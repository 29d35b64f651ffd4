import type { Answer } from '../../core/context'
import type { Question } from '../../schema'

/** What the user has entered and not yet given. */
export interface Draft {
  value: Answer | undefined
  other?: string | undefined
}

/** Scales are given by the choice itself; everything else by a button. */
export const isScale = (
  question: Question,
): question is Extract<Question, { type: 'nps' | 'csat' | 'ces' | 'rating' }> =>
  question.type === 'nps' || question.type === 'csat' || question.type === 'ces' || question.type === 'rating'

export const isEmpty = ({ value }: Draft): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
