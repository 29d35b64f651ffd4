import type { Condition, Question } from '../schema'
import type { Answers } from './context'
import { isOptional } from './survey-answer'
import type { Asking } from './survey-types'

/** Key of the free text beside the choice `other`; no id holds a dot, so that it meets no question. */
export const otherKey = (id: string): string => `${id}.other`

/** What is kept under these questions alone. */
export const keptOf = <T>(
  record: Readonly<Record<string, T>>,
  ids: readonly string[],
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(record).filter(([key]) => ids.some((id) => key === id || key === otherKey(id))),
  )

/** Without a condition it always holds. */
export const holds = (
  { context, rules }: Asking,
  condition: Condition | undefined,
  answers: Answers,
): boolean => condition === undefined || rules.evaluate(condition, { ...context, answers })

/** The first question from `index` on that is asked, by the answers so far; `undefined` at the end. */
export const askedFrom = (asking: Asking, index: number, answers: Answers): Question | undefined =>
  asking.survey.questions.slice(index).find(({ show }) => holds(asking, show, answers))

/** The question after this one: where its `goto` leads, else the next in order; `undefined` at the end. */
export function nextQuestion(asking: Asking, question: Question, answers: Answers): Question | undefined {
  const { questions } = asking.survey
  const { goto } = question
  const to = typeof goto === 'string' ? goto : goto?.find((branch) => holds(asking, branch.if, answers))?.to
  if (to === 'end') return undefined
  const index = questions.findIndex(({ id }) => id === to)
  return askedFrom(asking, index < 0 ? questions.indexOf(question) + 1 : index, answers)
}

/** All questions after this one, each once, by what the answers are when it is looked for; none that was passed. */
export function* following(
  asking: Asking,
  question: Question,
  answers: Answers,
  passed: readonly string[] = [],
): Generator<Question> {
  const seen = new Set([...passed, question.id])
  let next = nextQuestion(asking, question, answers)
  while (next && !seen.has(next.id)) {
    yield next
    seen.add(next.id)
    next = nextQuestion(asking, next, answers)
  }
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
  const kept = { ...keptOf(answers, [...trail, question.id]) }
  for (const next of following(asking, question, kept, trail)) {
    if (Object.hasOwn(answers, next.id)) Object.assign(kept, keptOf(answers, [next.id]))
    // Where the way goes on from here is not known; what may be left unanswered was passed.
    else if (!isOptional(next)) break
  }
  return kept
}
