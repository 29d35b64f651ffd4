import type { Question } from '../schema'
import type { Answer } from './context'
import { isBlank, otherKey, validateAnswer } from './survey-answer'
import { ask, tell } from './survey-ask'
import { type Asking, nextQuestion, prune } from './survey-path'
import type { SurveyEffect, SurveyResult, SurveyState } from './survey-types'

interface Given {
  value: Answer
  other?: string
  label?: string
}

/** Takes an answer, tells of it, and goes on to what follows from it. */
export function give(asking: Asking, state: SurveyState, question: Question, given: Given): SurveyResult {
  const problem = validateAnswer(question, given.value, given.other)
  if (problem) return { state, effects: [{ type: 'invalid', problem }] }
  const answers = prune(asking, state.trail, question, withAnswer(state, question.id, given))
  const labels = withLabel(state, question.id, given.label, answers)
  const told = { ...state, answers, labels }
  const effects =
    isBlank(given.value) && !Object.hasOwn(state.answers, question.id) ? [] : [tell(asking, told, 'Answered')]
  const next = nextQuestion(asking, question, answers)
  const onward = next ? ask(asking, moveTo(told, question, next)) : finish(asking, told)
  return { ...onward, effects: [...effects, ...onward.effects] }
}

function withAnswer({ answers }: SurveyState, id: string, { value, other }: Given): SurveyState['answers'] {
  const { [id]: _value, [otherKey(id)]: _other, ...rest } = answers
  if (isBlank(value)) return rest
  const tookOther = value === 'other' || (Array.isArray(value) && value.includes('other'))
  return { ...rest, [id]: value, ...(tookOther && other !== undefined ? { [otherKey(id)]: other } : {}) }
}

const withLabel = (
  { labels }: SurveyState,
  id: string,
  label: string | undefined,
  answers: SurveyState['answers'],
): SurveyState['labels'] =>
  Object.fromEntries(
    Object.entries({ ...labels, [id]: label }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && Object.hasOwn(answers, entry[0]),
    ),
  )

/** On to a question; one that was passed before is gone back to, so that every id is on the trail once. */
function moveTo(state: SurveyState, from: Question, to: Question): SurveyState {
  const trail = [...state.trail, from.id]
  const at = trail.indexOf(to.id)
  const kept = at < 0 ? trail : trail.slice(0, at)
  return { ...state, trail: kept, question: to.id }
}

/** No question is left. */
export const finish = (asking: Asking, state: SurveyState): SurveyResult => {
  const done: SurveyState = { ...state, phase: 'thanks' }
  const effects = [tell(asking, done, 'Completed'), sayThanks(asking, done)]
  return { state: done, effects: [...effects, { type: 'save', state: done }] }
}

const sayThanks = ({ survey, context, rules }: Asking, { answers }: SurveyState): SurveyEffect => ({
  type: 'thanks',
  thanks: survey.thanks?.find(
    ({ show }) => show === undefined || rules.evaluate(show, { ...context, answers }),
  ),
})
