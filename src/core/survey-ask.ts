import { answersOf, otherKey } from './survey-answer'
import { submissionProperties } from './survey-events'
import { type Asking, remaining } from './survey-path'
import type { SurveyEffect, SurveyResult, SurveyState, SurveyView } from './survey-types'

/** What the question on the screen shows; `undefined` once it is over. */
export function surveyView(
  asking: Asking,
  { question: id, trail, answers }: SurveyState,
): SurveyView | undefined {
  const question = asking.survey.questions.find((one) => one.id === id)
  if (!question) return undefined
  const left = remaining(asking, question, answers)
  const { [id]: value, [otherKey(id)]: other } = answersOf(answers, [id])
  return {
    question,
    index: trail.length,
    total: trail.length + 1 + left,
    canGoBack: trail.length > 0,
    isLast: left === 0,
    value,
    other: typeof other === 'string' ? other : undefined,
  }
}

/** Puts the question of the state on the screen. */
export const ask = (asking: Asking, state: SurveyState): SurveyResult => {
  const view = surveyView(asking, state)
  const next = { ...state, announced: true }
  return {
    state: next,
    effects: [
      ...(state.announced ? [] : [track('Guide Shown', {})]),
      ...(view ? [{ type: 'render', view } as const] : []),
      { type: 'save', state: next },
    ],
  }
}

const track = (event: string, properties: Record<string, unknown>): SurveyEffect => ({
  type: 'track',
  event,
  properties,
})

export const tell = (
  { survey }: Asking,
  state: SurveyState,
  what: 'Answered' | 'Completed' | 'Abandoned',
): SurveyEffect => track(`Survey ${what}`, submissionProperties(survey, state, what === 'Completed'))
