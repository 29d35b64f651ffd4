import type { Question } from '../schema'
import type { Answer } from './context'
import type { AnswerProblem, Given } from './survey-types'

export type ScaleQuestion = Extract<Question, { type: keyof typeof HIGHEST }>
export type ChoiceQuestion = Extract<Question, { choices: unknown }>

/** The highest value of a scale, unless the question says another. */
const HIGHEST = {
  nps: 10,
  csat: 5,
  // CES 2.0: agreement on 1 to 7. https://www.gartner.com/en/documents/3885866
  ces: 7,
  rating: 10,
}
/** Longest free text, unless the question says another. */
export const MAX_LENGTH = 2000

/** Scales are given by the choice itself; everything else by a button. */
export const isScale = (question: Question): question is ScaleQuestion => question.type in HIGHEST

/** The values of a scale, from the lowest on. */
export function pointsOf(question: ScaleQuestion): number[] {
  const lowest = question.type === 'nps' ? 0 : 1
  const highest = ('points' in question && question.points) || HIGHEST[question.type]
  return Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index)
}

/** Whether a question may be left without an answer; a statement asks nothing. */
export const isOptional = (question: Question): boolean =>
  question.optional === true || question.type === 'statement'

/** No answer: nothing, blank text, no choice, no consent. */
export const isBlank = (value: Answer | undefined): boolean =>
  value === false || String(value ?? '').trim() === ''

/** What is wrong with an answer, or `undefined`. */
export function validateAnswer(question: Question, { value, other }: Given): AnswerProblem | undefined {
  if (isBlank(value)) {
    if (isOptional(question)) return undefined
    return { code: question.type === 'consent' ? 'consentNeeded' : 'required' }
  }
  if (isScale(question))
    return pointsOf(question).some((point) => point === value) ? undefined : { code: 'outOfRange' }
  switch (question.type) {
    case 'choice':
      return validateChoices(question, [value], other)
    case 'choices':
      return Array.isArray(value) ? validateChoices(question, value, other) : { code: 'notAChoice' }
    case 'text':
      return validateText(value, question.maxLength)
  }
  return undefined
}

function validateText(value: unknown, limit = MAX_LENGTH): AnswerProblem | undefined {
  if (typeof value !== 'string' || isBlank(value)) return { code: 'required' }
  return value.length > limit ? { code: 'tooLong', limit } : undefined
}

function validateChoices(
  question: ChoiceQuestion,
  taken: readonly unknown[],
  other: string | undefined,
): AnswerProblem | undefined {
  const { min = 0, max = taken.length } = question.type === 'choices' ? question : {}
  if (taken.length < min) return { code: 'tooFew', limit: min }
  if (taken.length > max) return { code: 'tooMany', limit: max }
  const known: unknown[] = question.choices.map(({ id }) => id)
  if (question.other) known.push('other')
  if (!taken.every((id, index) => known.includes(id) && taken.indexOf(id) === index))
    return { code: 'notAChoice' }
  return question.other && taken.includes('other') ? validateText(other) : undefined
}
