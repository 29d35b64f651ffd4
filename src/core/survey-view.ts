import type { Thanks } from '../schema'
import { own } from './paths'
import { following, holds, otherKey } from './survey-path'
import type { Asking, SurveyState, SurveyView } from './survey-types'

/** What the question on the screen shows; `undefined` once it is over. */
export function surveyView(
  asking: Asking,
  { phase, question: id, trail, answers }: SurveyState,
): SurveyView | undefined {
  const question = asking.survey.questions.find((one) => one.id === id)
  if (!question || phase === 'thanks') return undefined
  const other = own(answers, otherKey(id))
  return {
    question,
    index: trail.length,
    total: trail.length + 1 + [...following(asking, question, answers)].length,
    value: own(answers, id),
    other: typeof other === 'string' ? other : undefined,
  }
}

/** What is said at the end; the surface closes as `completed` when it has been read. */
export const thanksOf = (asking: Asking, { answers }: SurveyState): Thanks | undefined =>
  asking.survey.thanks?.find(({ show }) => holds(asking, show, answers))
