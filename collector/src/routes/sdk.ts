import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { HttpError } from '../http/http-error'

/** The script's name never changes, so browsers ask again after this long; a `304` costs them little. */
const scriptCache = 'public, max-age=300, stale-while-revalidate=86400'
/** Chunks carry the hash of their content in their names. */
const chunkCache = { cacheControl: true, immutable: true, maxAge: '1y' }

/** `GET /handrail.js` and `/chunks/*`: the SDK itself, so that one process is enough to start. */
export function sdkRoutes(folder = installedSdk()): FastifyPluginAsync {
  return async function sdk(app) {
    app.addHook('onRequest', async (_request, reply) => {
      // Pages of every origin embed it, also those that isolate themselves (COEP).
      reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('x-content-type-options', 'nosniff')
    })
    await app.register(fastifyStatic, {
      root: folder,
      serve: false,
      cacheControl: false,
      decorateReply: true,
    })
    app.get('/handrail.js', (_request, reply) => {
      if (!existsSync(join(folder, 'handrail.js')))
        throw new HttpError(
          404,
          'sdk_missing',
          'The SDK is not built: expected dist/browser of the package handrail',
        )
      return reply.header('cache-control', scriptCache).sendFile('handrail.js')
    })
    app.get<{ Params: { '*': string } }>('/chunks/*', (request, reply) =>
      // Said of what is found alone: a chunk that is asked for while an older collector still answers is there a moment later.
      reply.sendFile(`chunks/${request.params['*']}`, chunkCache),
    )
  }
}

/** Where npm put the package: its manifest is the one file that is always there. */
function installedSdk(): string {
  return join(dirname(createRequire(import.meta.url).resolve('handrail/package.json')), 'dist', 'browser')
}
