import type { Question, Survey } from '../schema'
import type { Answers, Context } from './context'
import type { Rules } from './rules'
import { answersOf } from './survey-answer'

/** What one transition is made on. */
export interface Asking {
  survey: Survey
  context: Context
  rules: Rules
}

/** The first question from `index` on that is asked, by the answers so far; `undefined` at the end. */
export const askedFrom = (
  { survey, context, rules }: Asking,
  index: number,
  answers: Answers,
): Question | undefined =>
  survey.questions
    .slice(index)
    .find(({ show }) => show === undefined || rules.evaluate(show, { ...context, answers }))

/** The question after this one: where its `goto` leads, else the next in order; `undefined` at the end. */
export function nextQuestion(asking: Asking, question: Question, answers: Answers): Question | undefined {
  const { questions } = asking.survey
  const to = destination(asking, question, answers)
  if (to === 'end') return undefined
  const index = to === undefined ? -1 : questions.findIndex(({ id }) => id === to)
  return askedFrom(asking, index < 0 ? questions.indexOf(question) + 1 : index, answers)
}

function destination({ context, rules }: Asking, { goto }: Question, answers: Answers): string | undefined {
  if (goto === undefined || typeof goto === 'string') return goto
  return goto.find((branch) => branch.if === undefined || rules.evaluate(branch.if, { ...context, answers }))
    ?.to
}

/**
 * The answers that still count after `question` was answered: those on the way to it, its own, and those given before
 * to the questions that follow now. What the way no longer passes through is dropped.
 */
export function prune(
  asking: Asking,
  trail: readonly string[],
  question: Question,
  answers: Answers,
): Answers {
  const path = [...trail, question.id]
  let kept = answersOf(answers, path)
  let next = nextQuestion(asking, question, kept)
  while (next && Object.hasOwn(answers, next.id) && !path.includes(next.id)) {
    path.push(next.id)
    kept = answersOf(answers, path)
    next = nextQuestion(asking, next, kept)
  }
  return kept
}

/** How many questions are to come after this one, if all answers stay as they are. */
export function remaining(asking: Asking, question: Question, answers: Answers): number {
  const seen = new Set([question.id])
  let next = nextQuestion(asking, question, answers)
  while (next && !seen.has(next.id)) {
    seen.add(next.id)
    next = nextQuestion(asking, next, answers)
  }
  return seen.size - 1
}
