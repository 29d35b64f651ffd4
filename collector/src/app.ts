import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { allowOrigins } from './http/cors'
import { answerErrors } from './http/error-handler'
import { trustedProxies } from './http/trusted-proxies'
import { apiRoutes } from './routes/api'
import { configRoutes } from './routes/config'
import { dashboardRoutes } from './routes/dashboard'
import { ingestRoutes } from './routes/ingest/ingest'
import { opsRoutes } from './routes/ops'
import { otherClientRoutes } from './routes/other-clients'
import { sdkRoutes } from './routes/sdk'
import { stateRoutes } from './routes/state'
import type { Services } from './services'

/** A client that takes longer to send its request is holding a connection for nothing. */
const requestTimeoutMs = 30_000
const headersTimeoutMs = 10_000
/** Node looks for such clients every 30 seconds unless told otherwise. */
const slowClientCheckMs = 2_000
const maxHeaderBytes = 16 * 1024

/** Everything the collector answers; `app.inject()` needs no port. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.log
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }), // addresses and keys stand in every request
    trustProxy: trustedProxies(services.settings),
    requestTimeout: requestTimeoutMs,
    routerOptions: { maxParamLength: maxHeaderBytes }, // ids have 1,000 characters, of up to 9 bytes in an address
    forceCloseConnections: 'idle',
    http: {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: slowClientCheckMs,
      maxHeaderSize: maxHeaderBytes,
    },
  })
  answerErrors(app, services)
  app.addHook('onResponse', async (request, reply) =>
    services.figures.onResponse(
      request.routeOptions.url ?? 'unknown',
      reply.statusCode,
      reply.elapsedTime / 1000,
    ),
  )
  await app.register(async (wire) => {
    allowOrigins(wire)
    await wire.register(ingestRoutes(services))
    await wire.register(configRoutes(services))
    await wire.register(stateRoutes(services))
    await wire.register(otherClientRoutes(services))
  })
  await app.register(sdkRoutes())
  await app.register(async (pages) => {
    await pages.register(helmet, helmetOptions)
    await pages.register(opsRoutes(services))
    await pages.register(apiRoutes(services))
    await pages.register(dashboardRoutes(services))
  })
  return app
}

/** For what has no page of its own; pages bring their own policy. */
const helmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginEmbedderPolicy: false,
}
