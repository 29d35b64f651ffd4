import type { SurveyAnswer } from '../../api-types'
import type { ConfigWords } from './config-words'
import type { Submission } from './queries/survey-answers'

/** A submission with the survey, its questions and the choices called as people know them. */
export function inWords(submission: Submission, words: ConfigWords): SurveyAnswer {
  const { surveyId, answers } = submission
  return {
    ...submission,
    surveyName: words('survey', surveyId),
    said: Object.entries(answers).map(([questionId, value]) => {
      const label = (one: unknown) =>
        typeof one === 'string' ? words('survey', surveyId, questionId, one) : one
      return {
        questionId,
        question: words('survey', surveyId, questionId),
        value: Array.isArray(value) ? value.map(label) : label(value),
      }
    }),
  }
}
