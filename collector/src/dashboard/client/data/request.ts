import type { ApiError } from '../../../api-types'

/** Why a request gave no data, in words for the page. */
export interface Failure {
  /** `unreachable`: no answer at all; `missing`: 404; `refused`: any other answer. */
  kind: 'unreachable' | 'missing' | 'refused'
  message: string
  /** When asking again makes sense; null when it would give the same answer. */
  retryMs: number | null
}

/** A collector that restarts is back within seconds. */
const UNREACHABLE_RETRY_MS = 3_000

export class RequestFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options)
    this.failure = failure
  }
}

/**
 * JSON of the collector's own API; the shape is the one `api-types.ts` names for that path.
 * Without a login it leaves for the login page and comes back. Throws `RequestFailure`.
 */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, signal)
  if (response.status === 401) return leaveForLogin()
  if (!response.ok) throw new RequestFailure(await describe(response))
  return response.json() as Promise<T> // the collector's types are this page's types: both come from api-types.ts
}

async function send(path: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(path, { headers: { accept: 'application/json' }, signal: signal ?? null })
  } catch (cause) {
    if (signal?.aborted) throw cause
    const message = 'The collector does not answer. It may be restarting, or the network is down.'
    throw new RequestFailure({ kind: 'unreachable', message, retryMs: UNREACHABLE_RETRY_MS }, { cause })
  }
}

function leaveForLogin(): Promise<never> {
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
  return new Promise(() => {}) // the page is going away
}

async function describe(response: Response): Promise<Failure> {
  const kind = response.status === 404 ? 'missing' : 'refused'
  const message = (await errorMessage(response)) ?? `The collector answered ${response.status}.`
  return { kind, message, retryMs: retryAfterMs(response) }
}

/** `Retry-After` in seconds, as the collector writes it. */
function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? seconds * 1000 : null
}

/** What the API says went wrong, if it answered in its own form. */
async function errorMessage(response: Response): Promise<string | undefined> {
  try {
    const body = (await response.json()) as Partial<ApiError> // anything may stand between us and the collector
    return body.error?.message
  } catch {
    return undefined
  }
}

export function asFailure(error: unknown): Failure {
  if (error instanceof RequestFailure) return error.failure
  return { kind: 'refused', message: error instanceof Error ? error.message : String(error), retryMs: null }
}
