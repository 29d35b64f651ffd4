import type { SurveyDetail } from '../../api-figures'
import { ratio } from '../../health/metrics/ratio'
import { projectContext } from '../../signals/project-context'
import { liveWords } from './config-words'
import { limit, parameters } from './parameters'
import { notFound } from './problem'
import { surveyAnswers } from './queries/survey-answers'
import { surveyResponse, surveyScores } from './queries/survey-scores'
import { route } from './route'
import { inWords } from './said'
import { surveyMetrics } from './survey-metrics'

export const survey = route({
  method: 'GET',
  path: '/api/surveys/:id',
  summary:
    'One survey: its metric with a 95 % interval, the distribution, the response rate and the last answers.',
  query: parameters({ limit: limit(100, 1000) }),
  answer: 'SurveyDetail',
  async handle({ services, project, params, query }): Promise<SurveyDetail> {
    const { engine } = services
    const id = params.id ?? ''
    const { timeZone } = (await projectContext(services, project)).scope('1970-01-01')
    const [words, scores, { shown, answered }, answers] = await Promise.all([
      liveWords(services, project),
      surveyScores(engine, project, { survey: id, timeZone }),
      surveyResponse(engine, project, { survey: id, timeZone }),
      surveyAnswers(engine, project, { survey: id, limit: query.limit }),
    ])
    if (shown === 0 && answers.length === 0) throw notFound('survey that was ever shown', id)
    const own = scores[0]
    return {
      id,
      metric: own?.metric ?? answers[0]?.metric ?? null,
      n: own?.scores.length ?? 0,
      ...surveyMetrics(scores),
      distribution: distribution(own?.scores ?? []),
      shown,
      answered,
      responseRate: ratio(answered, shown),
      answers: answers.map((answer) => inWords(answer, words)),
    }
  },
})

function distribution(scores: readonly number[]): SurveyDetail['distribution'] {
  const counts = new Map<number, number>()
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b).map(([score, answers]) => ({ score, answers }))
}
