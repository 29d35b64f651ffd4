import type { FeaturesList } from '../../api-figures'
import { projectContext } from '../../signals/project-context'
import { period, periodQuery } from './period'
import { featureUse } from './queries/feature-use'
import { route } from './route'

export const features = route({
  method: 'GET',
  path: '/api/features',
  summary: 'Features with users, accounts, uses and adoption in a period of days; the last 28 without one.',
  query: periodQuery,
  answer: 'FeaturesList',
  async handle({ services, project, query }): Promise<FeaturesList> {
    const { today, scope } = await projectContext(services, project)
    const days = period(query, today)
    return { ...days, ...(await featureUse(services.engine, scope(days.to), days)) }
  },
})
