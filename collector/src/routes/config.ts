import type { FastifyPluginAsync } from 'fastify'
import { HttpError } from '../http/http-error'
import { authorize, writeKeyOf } from '../http/write-key'
import type { Services } from '../services'

/** Long enough for the pages of one visit, short enough that a publication is seen soon; then a `304`. */
const cacheControl = 'private, max-age=10, must-revalidate'

/** `GET /v1/config`: the published config. `Handrail-Config` says that this collector validated it. */
export function configRoutes(services: Services): FastifyPluginAsync {
  return async function config(app) {
    app.get('/v1/config', async (request, reply) => {
      services.limits.configs.take(request.ip, 1)
      const project = await authorize(services, request, writeKeyOf(request))
      const version = await services.control.configs.live(project.id)
      if (!version)
        throw new HttpError(
          404,
          'no_config',
          'Nothing is published; publish a config with `config publish config.json`',
        )
      const etag = `"${version.hash}"`
      reply.header('etag', etag).header('handrail-config', version.hash).header('cache-control', cacheControl)
      if (names(request.headers['if-none-match'], etag)) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(version.json)
    })
  }
}

/** Weak and strong forms are the same document here: proxies that compress make strong tags weak. */
const names = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
