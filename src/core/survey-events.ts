import type { Survey } from '../schema'
import { own } from './paths'
import { pointsOf, type ScaleQuestion } from './survey-answer'
import type { SurveyState, Told } from './survey-types'

/**
 * `Survey Answered`, `Completed` and `Abandoned`, with all answers so far, and the score of the first question of the
 * type of the metric, with the highest value of its scale. What there is none of is absent, never 0.
 */
export function tell(
  { metric, questions }: Survey,
  { submission, question: id, answers, labels }: SurveyState,
  what: 'Answered' | 'Completed' | 'Abandoned',
): Told {
  const question = questions.find((one) => one.id === id)
  const measured = questions.find((one): one is ScaleQuestion => one.type === metric)
  const score = measured && own(answers, measured.id)
  const properties = {
    submission_id: submission,
    ...(metric && { metric }),
    ...(question && { question_id: id, question_type: question.type }),
    answers,
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(typeof score === 'number' && measured && { score, scale: pointsOf(measured).at(-1) }),
    completed: what === 'Completed',
  }
  return [`Survey ${what}`, properties]
}
