import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Engine, Figures, Loader } from './services'

/** The Prometheus figures of one collector. */
export function createFigures(engine: Engine, loader: Loader): Figures {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const ingested = new Counter({
    name: 'handrail_events_ingested_total',
    help: 'Events by verdict; accepted ones are on disk',
    labelNames: ['verdict'],
    registers,
  })
  const lost = new Counter({
    name: 'handrail_events_lost_total',
    help: 'Events that senders say they had to drop before they could send them',
    registers,
  })
  const responses = new Histogram({
    name: 'handrail_http_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('handrail_engine_ready', '1 when the event store answers', () => Number(engine.ready()))
  gauge(
    'handrail_spool_bytes',
    'Bytes accepted and not yet in the event store',
    () => loader.figures().pendingBytes,
  )
  gauge(
    'handrail_spool_lag_seconds',
    'Age of the oldest event not yet in the event store',
    () => loader.figures().lagMs / 1000,
  )
  gauge(
    'handrail_loader_loaded',
    'Events put into the event store since the start',
    () => loader.figures().loadedEvents,
  )
  gauge(
    'handrail_loader_quarantined',
    'Events the event store refuses, since the start',
    () => loader.figures().quarantinedEvents,
  )
  gauge(
    'handrail_loader_unverified',
    'Events kept apart because they named a user who needs a signature, since the start',
    () => loader.figures().unverifiedEvents,
  )
  gauge(
    'handrail_loader_failed_attempts',
    'Blocks that had to be sent again, since the start',
    () => loader.figures().failedAttempts,
  )

  return {
    onIngest(accepted, rejected, lostBefore) {
      lost.inc(lostBefore)
      if (accepted > 0) ingested.inc({ verdict: 'accepted' }, accepted)
      if (rejected > 0) ingested.inc({ verdict: 'rejected' }, rejected)
    },
    onResponse: (route, status, seconds) => responses.observe({ route, status }, seconds),
    text: () => registry.metrics(),
  }
}
