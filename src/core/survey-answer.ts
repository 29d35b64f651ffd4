import type { Question } from '../schema'
import type { Answer, Answers } from './context'
import type { AnswerProblem } from './survey-types'

const DEFAULT_MAX_LENGTH = 2000
const DEFAULT_CSAT_POINTS = 5

/** Lowest and highest value of a question that asks for a number; `undefined` for the others. */
export function scaleOf(question: Question): { min: number; max: number } | undefined {
  if (question.type === 'nps') return { min: 0, max: 10 }
  // CES 2.0: agreement on 1 to 7. https://www.gartner.com/en/documents/3885866
  if (question.type === 'ces') return { min: 1, max: 7 }
  if (question.type === 'csat') return { min: 1, max: question.points ?? DEFAULT_CSAT_POINTS }
  return question.type === 'rating' ? { min: 1, max: question.points } : undefined
}

/** What is wrong with an answer, or `undefined`. `other` is the text beside the choice `other`. */
export function validateAnswer(question: Question, value: Answer, other?: string): AnswerProblem | undefined {
  if (isBlank(value)) return isOptional(question) ? undefined : { code: 'required' }
  const scale = scaleOf(question)
  if (scale) return validateNumber(value, scale)
  switch (question.type) {
    case 'choice':
      return validateChoices(question, [value], other)
    case 'choices':
      return validateMany(question, value, other)
    case 'text': {
      const limit = question.maxLength ?? DEFAULT_MAX_LENGTH
      if (typeof value !== 'string') return { code: 'required' }
      return value.length > limit ? { code: 'tooLong', limit } : undefined
    }
    case 'consent':
      return value === true || isOptional(question) ? undefined : { code: 'consentNeeded' }
    default:
      return undefined
  }
}

/** Whether a question may be left without an answer; a statement asks nothing. */
export const isOptional = (question: Question): boolean =>
  question.optional === true || question.type === 'statement'

export const isBlank = (value: Answer | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const validateNumber = (
  value: Answer,
  { min, max }: { min: number; max: number },
): AnswerProblem | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    ? undefined
    : { code: 'outOfRange' }

type WithChoices = Extract<Question, { choices: unknown }>

function validateChoices(
  { choices, other: withOther }: WithChoices,
  values: readonly unknown[],
  other: string | undefined,
): AnswerProblem | undefined {
  const isKnown = (value: unknown) =>
    choices.some(({ id }) => id === value) || (value === 'other' && Boolean(withOther))
  if (!values.every(isKnown)) return { code: 'notAChoice' }
  if (!withOther || !values.includes('other')) return undefined
  if (isBlank(other)) return { code: 'required' }
  return (other?.length ?? 0) > DEFAULT_MAX_LENGTH
    ? { code: 'tooLong', limit: DEFAULT_MAX_LENGTH }
    : undefined
}

function validateMany(
  question: Extract<Question, { type: 'choices' }>,
  value: Answer,
  other: string | undefined,
): AnswerProblem | undefined {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return { code: 'notAChoice' }
  const { min = 0, max = Number.POSITIVE_INFINITY } = question
  if (value.length < min) return { code: 'tooFew', limit: min }
  if (value.length > max) return { code: 'tooMany', limit: max }
  return validateChoices(question, value, other)
}

/** Key of the free text beside the choice `other`; no id holds a dot, so that it meets no question. */
export const otherKey = (id: string): string => `${id}.other`

/** The answers of these questions alone. */
export const answersOf = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([key]) => ids.some((id) => key === id || key === otherKey(id))),
  )
