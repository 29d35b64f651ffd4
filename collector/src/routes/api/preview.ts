import type { HealthPreview } from '../../api-figures'
import type { Band } from '../../api-types'
import { ModelError, readModel } from '../../health/read-model'
import { score } from '../../health/score'
import { modelHash } from '../../signals/model-hash'
import { projectContext } from '../../signals/project-context'
import { parameters } from './parameters'
import { ApiProblem } from './problem'
import { accountRows } from './queries/account-rows'
import { route } from './route'

const BANDS: readonly Band[] = ['healthy', 'watch', 'at_risk', 'unknown']

export const preview = route({
  method: 'POST',
  path: '/api/health/preview',
  summary: 'What a changed health model, given as JSON, would do to the last scores. Nothing is stored.',
  query: parameters({}),
  answer: 'HealthPreview',
  async handle({ services, project, body }): Promise<HealthPreview> {
    const { today, model } = await projectContext(services, project)
    const changed = read(body, model)
    const { rows, scores } = await accountRows(services, project, today)
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    const compared = [...scores.values()].map(({ account, score: from, detail }) => {
      const after = score(detail.signals, changed)
      const bands = { bandFrom: detail.dayBand, bandTo: after.band }
      return { id: account, name: names.get(account) ?? account, from, to: after.score, ...bands }
    })
    return {
      modelHash: modelHash(changed),
      accounts: compared.length,
      bands: BANDS.map((band) => ({
        band,
        before: compared.filter(({ bandFrom }) => bandFrom === band).length,
        after: compared.filter(({ bandTo }) => bandTo === band).length,
      })),
      moved: compared.filter(({ from, to, bandFrom, bandTo }) => from !== to || bandFrom !== bandTo),
    }
  },
})

function read(body: unknown, base: Parameters<typeof readModel>[1]) {
  try {
    return readModel(body, base)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    const [path = 'model'] = error.message.split(': ')
    throw new ApiProblem(400, 'bad_model', error.message, {
      path,
      expected: error.message.split(', expected ')[1] ?? '',
    })
  }
}
