import type { GuideDetail, GuidesList } from '../../api-figures'
import { parameters } from './parameters'
import { notFound } from './problem'
import { guideFigures, guideSteps, guideTroubles } from './queries/guide-figures'
import { route } from './route'

export const guides = route({
  method: 'GET',
  path: '/api/guides',
  summary: 'Every guide that was ever shown or failed, with people by outcome.',
  query: parameters({}),
  answer: 'GuidesList',
  async handle({ services, project }): Promise<GuidesList> {
    return { guides: await guideFigures(services.engine, project) }
  },
})

export const guide = route({
  method: 'GET',
  path: '/api/guides/:kind/:id',
  summary:
    'One guide: its funnel step by step with median times, how it was closed, what failed and what was healed.',
  query: parameters({}),
  answer: 'GuideDetail',
  async handle({ services: { engine }, project, params }): Promise<GuideDetail> {
    const one = { kind: params.kind ?? '', id: params.id ?? '' }
    const [[summary], steps, troubles] = await Promise.all([
      guideFigures(engine, project, one),
      guideSteps(engine, project, one),
      guideTroubles(engine, project, one),
    ])
    if (!summary) throw notFound(one.kind, one.id)
    return { ...summary, steps, ...troubles }
  },
})
