import type { FastifyPluginAsync } from 'fastify'
import { isSame, signUser } from '../control/secrets'
import { HttpError } from '../http/http-error'
import { authorize, writeKeyOf } from '../http/write-key'
import type { Services } from '../services'
import { readState } from './state-query'

/**
 * `GET /v1/state`: what the collector knows of one user, so that guides follow people from device to device. Only for who can
 * show that the product's own server vouches for the user.
 */
export function stateRoutes(services: Services): FastifyPluginAsync {
  return async function state(app) {
    app.get('/v1/state', async (request, reply) => {
      const project = await authorize(services, request, writeKeyOf(request))
      const { userId, signature } = request.query as Record<string, unknown> // Fastify parses any query into text by name
      if (typeof userId !== 'string' || userId === '')
        throw new HttpError(400, 'bad_user_id', 'userId: found nothing, expected the id of the user')
      if (typeof signature !== 'string' || !isSame(signature, signUser(project.identitySecret, userId)))
        throw new HttpError(
          401,
          'bad_signature',
          'signature: expected HMAC-SHA256(identity secret, userId), hexadecimal',
        )
      services.limits.states.take(request.ip, 1) // here, so that nobody without a signature uses it up
      reply.header('cache-control', 'private, no-store')
      return readState(services, project.id, userId)
    })
  }
}
