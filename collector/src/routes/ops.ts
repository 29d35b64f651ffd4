import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../services'

/** Prometheus's own name for its text format. */
const prometheusText = 'text/plain; version=0.0.4; charset=utf-8'

/** Liveness, readiness and figures, for whatever watches over the process. */
export function opsRoutes({ engine, loader, spool, figures }: Services): FastifyPluginAsync {
  return async function ops(app) {
    app.get('/healthz', async () => ({ status: 'ok' }))

    app.get('/readyz', async (_request, reply) => {
      const { lagMs, pendingBytes, stopped } = loader.figures()
      // Events are taken in while the event store is away; what no longer works is told apart.
      const checks = {
        ingest: spool.accepts(),
        eventStore: engine.ready(),
        loader: !stopped,
      }
      const ready = Object.values(checks).every(Boolean)
      return reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ready' : 'not ready', checks, lagMs, pendingBytes })
    })

    app.get('/metrics', async (_request, reply) => reply.type(prometheusText).send(await figures.text()))
  }
}
