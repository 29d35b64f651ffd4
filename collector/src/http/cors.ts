import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Project } from '../control/types'
import { HttpError } from './http-error'

/** A day: browsers ask no more often before requests that need a preflight. */
const maxAgeSeconds = 86_400

/**
 * Lets pages of any origin send and read. No cookie is ever looked at here; which origins a project takes events from is
 * checked when its key is known (`assertOrigin`).
 */
export function allowOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    reply.header('vary', 'Origin').header('x-content-type-options', 'nosniff')
    if (origin === undefined) return
    reply
      .header('access-control-allow-origin', origin)
      // A beacon with a type that needs a preflight is sent with credentials, and blocked without this.
      .header('access-control-allow-credentials', 'true')
      .header('access-control-expose-headers', 'Handrail-Config, ETag, Retry-After')
      .header('cross-origin-resource-policy', 'cross-origin')
  })
  app.options('/*', answerPreflight)
}

/** Clients of others set headers of their own, such as `X-Retry-Count`: none of them means anything here. */
function answerPreflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .header('access-control-allow-methods', 'GET, POST, OPTIONS')
    .header(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? 'Authorization, Content-Type, Content-Encoding',
    )
    .header('access-control-max-age', maxAgeSeconds)
    .send()
}

/** Refuses a page whose origin the project does not list; servers send no origin and are let through. */
export function assertOrigin({ allowedOrigins }: Project, origin: string | undefined): void {
  if (origin === undefined || allowedOrigins.length === 0 || allowedOrigins.includes(origin)) return
  throw new HttpError(
    403,
    'origin_not_allowed',
    `Origin: found ${origin}, expected one of the project's origins`,
  )
}
