import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { isTooDeep, maxLevels, toObject } from '../../event-store/json'
import { HttpError } from '../../http/http-error'
import { createRateLimit } from '../../http/rate-limit'
import { authorize, writeKeyOf } from '../../http/write-key'
import type { Services, SpoolRecord } from '../../services'
import { arrivalOf } from './live-events'
import { maxMessageBytes } from './message-check'
import { maxBodyBytes, parseBody, readBody } from './read-body'
import { judge, maxMessages, type Verdicts } from './verdicts'

/** Segment's paths, with the one-letter forms its browser client uses. */
const single = {
  track: 't',
  identify: 'i',
  group: 'g',
  page: 'p',
  screen: 's',
  alias: 'a',
} as const

/** The context of a batch is stored with each of its messages: a small body must not become gigabytes. */
const maxSharedBytes = 16 * 1024 * 1024

interface Reply {
  success: true
  /** Names only what is not in order. */
  results?: Verdicts['results']
}

/** A request that may be taken in. */
interface Checked {
  record: SpoolRecord
  messages: number
  verdicts: Verdicts
  /** Events that the sender lost before, as it says itself. */
  lost: number
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
    const { record, messages, verdicts, lost } = await check(request, type)
    const rejected = verdicts.refused.length
    if (rejected < messages) await services.spool.append(record)
    services.live.publish(record.projectId, arrivalOf(record, messages, verdicts.results))
    services.figures.onIngest(messages - rejected, rejected, lost)
    return rejected > 0 ? { success: true, results: verdicts.results } : { success: true }
  }

  /** A function of its own, so that nobody holds what it parsed during the wait for the disk. */
  async function check(request: FastifyRequest, type?: string): Promise<Checked> {
    const early = writeKeyOf(request)
    const known = early === undefined ? undefined : await authorize(services, request, early)
    const bytes = await readBody(request)
    const body = parseBody(bytes)
    const project = known ?? (await authorize(services, request, text(body.writeKey)))
    const messages = type === undefined ? batchOf(body) : [{ ...body, type }]
    byAddress.take(request.ip, Math.max(0, messages.length - 1)) // the first was taken with the request
    byKey.take(project.id, messages.length)
    const verdicts = judge(messages, bytes.length)
    const record = {
      projectId: project.id,
      receivedAt: now(),
      refused: verdicts.refused,
      body: type === undefined ? bytes : alone(bytes, body, type),
    }
    return { record, messages: messages.length, verdicts, lost: lostBefore(body) }
  }

  return async function ingest(app) {
    acceptEverything(app)
    for (const path of ['/v1/batch', '/v1/b', '/v1/import']) app.post(path, (request) => take(request))
    for (const [type, letter] of Object.entries(single))
      for (const path of [`/v1/${type}`, `/v1/${letter}`]) app.post(path, (request) => take(request, type))
  }
}

/**
 * One message as it is kept. The path says the type of what has none, and a `batch` in it would be taken for what is to be
 * loaded, though nobody looked at it. What is too deep is refused, and cannot be written out.
 */
function alone(bytes: Buffer, message: Record<string, unknown>, type: string): Buffer {
  const isRight = message.type === type && !('batch' in message)
  return isRight || isTooDeep(message)
    ? bytes
    : Buffer.from(JSON.stringify({ ...message, type, batch: undefined }))
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** `context.handrail.dropped` of a batch: the SDK says once what its limits have cost. */
function lostBefore({ context }: Record<string, unknown>): number {
  const { dropped } = toObject(toObject(context).handrail)
  return typeof dropped === 'number' && dropped > 0 && Number.isSafeInteger(dropped) ? dropped : 0
}

function batchOf({ batch, context }: Record<string, unknown>): unknown[] {
  if (!Array.isArray(batch)) throw new HttpError(400, 'bad_body', 'batch: expected a list of messages')
  if (batch.length > maxMessages)
    throw tooLarge('too_many_messages', `batch: found ${batch.length}, expected at most ${maxMessages}`)
  if (isTooDeep(context))
    throw new HttpError(400, 'bad_body', `context: found more than ${maxLevels} levels of lists and objects`)
  const bytes = context === undefined ? 0 : Buffer.byteLength(JSON.stringify(context))
  if (bytes > maxMessageBytes || bytes * batch.length > maxSharedBytes)
    throw tooLarge('context_too_large', `context: found ${bytes} bytes under ${batch.length} messages`)
  return batch
}

const tooLarge = (code: string, message: string): HttpError => new HttpError(413, code, message)

/** Beacons and browsers send JSON as `text/plain` or without a type, because any other type costs a preflight. */
function acceptEverything(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) =>
    done(null, body),
  )
  // Fastify's own words for it name no limit.
  app.setErrorHandler<FastifyError>((error) => {
    throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
      ? tooLarge('body_too_large', `body: expected at most ${maxBodyBytes} bytes`)
      : error
  })
}
