import type { Question } from '../schema'
import { isBlank, validateAnswer } from './survey-answer'
import { tell } from './survey-events'
import { keptOf, nextQuestion, otherKey, prune } from './survey-path'
import type { Asking, Given, SurveyResult, SurveyState } from './survey-types'

/** Takes an answer, tells of it, and goes on to what follows from it. */
export function give(asking: Asking, state: SurveyState, question: Question, given: Given): SurveyResult {
  const problem = validateAnswer(question, given)
  if (problem) return { state, events: [], problem }
  const { id } = question
  const answers = prune(asking, state.trail, question, withAnswer(state, id, given))
  const labels = { ...state.labels, ...(given.label !== undefined && { [id]: given.label }) }
  const told = { ...state, answers, labels: keptOf(labels, Object.keys(answers)) }
  const isNews = !isBlank(given.value) || Object.hasOwn(state.answers, id)
  const onward = moveTo(asking, told, nextQuestion(asking, question, answers))
  return { ...onward, events: [...(isNews ? [tell(asking.survey, told, 'Answered')] : []), ...onward.events] }
}

function withAnswer({ answers }: SurveyState, id: string, { value, other }: Given): SurveyState['answers'] {
  const { [id]: _value, [otherKey(id)]: _other, ...rest } = answers
  if (isBlank(value)) return rest
  const tookOther = [value].flat().includes('other') && other !== undefined
  return { ...rest, [id]: value, ...(tookOther && { [otherKey(id)]: other }) }
}

/**
 * On to a question; one that was passed before is gone back to, so that every id is on the trail once. Without one, to
 * the thanks.
 */
export function moveTo(asking: Asking, state: SurveyState, next: Question | undefined): SurveyResult {
  if (!next) {
    const done: SurveyState = { ...state, phase: 'thanks' }
    return { state: done, events: [tell(asking.survey, done, 'Completed')] }
  }
  const way = [...state.trail, state.question, next.id]
  return { state: { ...state, trail: way.slice(0, way.indexOf(next.id)), question: next.id }, events: [] }
}
