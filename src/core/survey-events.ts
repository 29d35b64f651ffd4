import type { Survey } from '../schema'
import { answersOf, scaleOf } from './survey-answer'
import type { SurveyState } from './survey-types'

/**
 * Properties of `Survey Answered`, `Completed` and `Abandoned`: all answers so far, and the score of the first question
 * of the type of the metric, with the highest value of its scale. What there is none of is absent, never 0.
 */
export function submissionProperties(
  { metric, questions }: Survey,
  { submission, question: id, answers, labels }: SurveyState,
  completed: boolean,
): Record<string, unknown> {
  const question = questions.find((one) => one.id === id)
  const measured = questions.find(({ type }) => type === metric)
  const score = measured && answersOf(answers, [measured.id])[measured.id]
  return {
    submission_id: submission,
    ...(metric === undefined ? {} : { metric }),
    ...(question ? { question_id: id, question_type: question.type } : {}),
    answers,
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(measured && typeof score === 'number' ? { score, scale: scaleOf(measured)?.max } : {}),
    completed,
  }
}
