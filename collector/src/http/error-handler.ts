import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiError } from '../api-types'
import { EngineUnavailable, type Services, SpoolUnavailable } from '../services'
import { HttpError } from './http-error'

/** After this long the engine is usually back, and the spool has given up some of its space. */
const engineRetrySeconds = 2
const spoolRetrySeconds = 10

/** Turns every error into JSON: its own words for the caller's mistakes, none of ours for our own. */
export function answerErrors(app: FastifyInstance, { log }: Pick<Services, 'log'>): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => send(reply, toHttpError(error, request, log)))
  app.setNotFoundHandler((request, reply) =>
    send(reply, new HttpError(404, 'not_found', `There is nothing at ${request.method} ${pathOf(request)}`)),
  )
}

function send(reply: FastifyReply, error: HttpError): FastifyReply {
  if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter)
  const body: ApiError = { error: { code: error.code, message: error.message } }
  return reply.code(error.statusCode).send(body)
}

function toHttpError(error: FastifyError, request: FastifyRequest, log: Services['log']): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof EngineUnavailable)
    return new HttpError(503, 'event_store_unavailable', error.message, engineRetrySeconds)
  if (error instanceof SpoolUnavailable)
    return new HttpError(503, 'spool_unavailable', error.message, spoolRetrySeconds)
  const status = error.statusCode ?? 500
  if (status < 500) return new HttpError(status, codeOf(error), error.message)
  log.error({ method: request.method, path: pathOf(request), reason: error.stack }, 'http: request failed')
  return new HttpError(500, 'internal', 'The collector failed to answer; its log says why')
}

/** `FST_ERR_CTP_BODY_TOO_LARGE` → `body_too_large`. */
const codeOf = ({ code = 'bad_request' }: FastifyError): string =>
  code.replace(/^FST_(ERR_)?(CTP_)?/, '').toLowerCase()

/** Without the query, which may carry keys and names. */
const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'
