import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { HttpError } from '../../http/http-error'
import { createRateLimit } from '../../http/rate-limit'
import { authorize, writeKeyOf } from '../../http/write-key'
import type { Services } from '../../services'
import { publishLive } from './live-events'
import { maxBodyBytes, parseBody, readBody } from './read-body'
import { judge, maxMessages, type Verdict } from './verdicts'

/** Segment's paths, with the one-letter forms its browser client uses. */
const single = {
  track: 't',
  identify: 'i',
  group: 'g',
  page: 'p',
  screen: 's',
  alias: 'a',
} as const

interface Reply {
  success: true
  /** Names only what is not in order. */
  results?: Record<string, Verdict>
}

/**
 * `POST /v1/batch`, `/v1/track` … of the Segment HTTP tracking API. A 200 is sent when the events are on disk.
 * https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 */
export function ingestRoutes(services: Services): FastifyPluginAsync {
  const { settings, now } = services
  const byKey = createRateLimit(settings.eventsPerSecond, now)
  const byAddress = createRateLimit(settings.eventsPerSecondPerIp, now)

  async function take(request: FastifyRequest, type?: string): Promise<Reply> {
    byAddress.take(request.ip, 1)
    const early = writeKeyOf(request)
    if (early !== undefined) await authorize(services, request, early)
    const bytes = await readBody(request)
    const body = parseBody(bytes)
    const writeKey = early ?? (typeof body.writeKey === 'string' ? body.writeKey : undefined)
    const project = await authorize(services, request, writeKey)
    const messages = type === undefined ? batchOf(body) : [{ type, ...body }]
    byAddress.take(request.ip, messages.length - 1)
    byKey.take(project.id, messages.length)
    const verdicts = judge(messages, bytes.length)
    const receivedAt = now()
    if (verdicts.refused.length < messages.length)
      await services.spool.append({
        projectId: project.id,
        receivedAt,
        refused: verdicts.refused,
        body: type === undefined || body.type === type ? bytes : Buffer.from(JSON.stringify(messages[0])),
      })
    publishLive(services.live, project.id, messages, verdicts, receivedAt)
    services.figures.onIngest(messages.length - verdicts.refused.length, verdicts.refused.length)
    return verdicts.refused.length > 0 ? { success: true, results: verdicts.results } : { success: true }
  }

  return async function ingest(app) {
    acceptEverything(app)
    for (const path of ['/v1/batch', '/v1/b', '/v1/import']) app.post(path, (request) => take(request))
    for (const [type, letter] of Object.entries(single))
      for (const path of [`/v1/${type}`, `/v1/${letter}`]) app.post(path, (request) => take(request, type))
  }
}

function batchOf({ batch }: Record<string, unknown>): unknown[] {
  if (!Array.isArray(batch)) throw new HttpError(400, 'bad_body', 'batch: expected a list of messages')
  if (batch.length <= maxMessages) return batch
  throw new HttpError(
    413,
    'too_many_messages',
    `batch: found ${batch.length}, expected at most ${maxMessages}`,
  )
}

/** Beacons and browsers send JSON as `text/plain` or without a type, because any other type costs a preflight. */
function acceptEverything(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) =>
    done(null, body),
  )
}
