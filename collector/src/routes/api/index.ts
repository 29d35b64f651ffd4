import type { FastifyError, FastifyPluginAsync } from 'fastify'
import type { ApiError } from '../../api-types'
import { EngineUnavailable } from '../../services'
import { account } from './account'
import { accounts } from './accounts'
import { eventCount, events } from './events'
import { features } from './features'
import { guide, guides } from './guides'
import { live } from './live'
import { metrics } from './metrics'
import { openApi } from './openapi'
import { portfolio } from './portfolio'
import { preview } from './preview'
import { ApiProblem } from './problem'
import { type ApiRoute, addRoute } from './route'
import type { ApiServices } from './services'
import { survey } from './surveys'

const RETRY_AFTER_SECONDS = 2

const ROUTES: readonly ApiRoute[] = [
  accounts,
  account,
  portfolio,
  events,
  eventCount,
  guides,
  guide,
  survey,
  features,
  metrics,
  preview,
  live,
]

/** Everything under `/api`: for scripts with an API token, and for the dashboard with its login. Register once, without a prefix. */
export function apiRoutes(services: ApiServices): FastifyPluginAsync {
  return async function api(app) {
    app.setErrorHandler<FastifyError>((error, _request, reply) => {
      if (error instanceof ApiProblem) {
        if (error.status === 401) reply.header('www-authenticate', 'Bearer')
        const body: ApiError = { error: { code: error.code, message: error.message, ...error.where } }
        return reply.code(error.status).send(body)
      }
      if (error instanceof EngineUnavailable) {
        const body: ApiError = { error: { code: 'event_store_unavailable', message: error.message } }
        return reply.code(503).header('retry-after', RETRY_AFTER_SECONDS).send(body)
      }
      throw error
    })
    for (const one of ROUTES) addRoute(app, services, one)
    const document = openApi(ROUTES)
    app.get('/api/openapi.json', () => document)
  }
}
