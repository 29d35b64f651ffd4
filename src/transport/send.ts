import { attempt } from '../platform/attempt'
import { readTimezone } from '../platform/page-info'
import { utf8 } from '../platform/utf8'
import { gzip } from './gzip'
import { retryAfterMs } from './retry'

const GZIP_OVER_CHARS = 2048
const TIMEOUT_MS = 30_000
/** What the browser lets a page have on its way beyond its own life, less room for the host's own requests. */
const KEEPALIVE_BYTES = 60 * 1024

/** What one request carries: messages as JSON, and the context that is merged under theirs. */
export interface Load {
  readonly messages: readonly string[]
  readonly context: string
}

/** What became of it. */
export type Outcome =
  | { kind: 'delivered'; retry: ReadonlySet<string>; rejected: ReadonlyMap<string, string> }
  /** Not now. `afterMs` is the least the collector asks to wait; 0 when it does not say. */
  | { kind: 'later'; afterMs: number }
  | { kind: 'too large' }
  /** Never: another attempt would be answered the same. */
  | { kind: 'refused'; why: string }

export interface SendOptions {
  /** Origin of the collector. */
  endpoint: string
  writeKey: string
  fetch: typeof fetch
  /** ms since the epoch */
  now: () => number
}

export interface Sender {
  /** Posts one batch; never rejects. `leaving` says that the page may end at once: nothing asynchronous comes first. */
  send(load: Load, leaving: boolean): Promise<Outcome>
  /** How many bytes one more request may have and still outlive the page. */
  room(): number
}

/**
 * Sends batches of the Segment HTTP API as `text/plain` with the write key in the body, which needs no preflight.
 * https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#batch
 */
export function createSender({ endpoint, writeKey, fetch, now }: SendOptions): Sender {
  const url = `${endpoint}/v1/batch`
  let onTheWayBytes = 0

  const room = (): number => KEEPALIVE_BYTES - onTheWayBytes

  async function post(to: string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
    const keepalive = body.length <= room()
    if (keepalive) onTheWayBytes += body.length
    try {
      return await fetch(to, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body,
        keepalive,
        credentials: 'omit',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
    } finally {
      if (keepalive) onTheWayBytes -= body.length
    }
  }

  async function send({ messages, context }: Load, leaving: boolean): Promise<Outcome> {
    const head = `{"writeKey":${JSON.stringify(writeKey)},"sentAt":"${new Date(now()).toISOString()}"`
    const text = `${head},"context":${withTimezone(context)},"batch":[${messages.join()}]}`
    try {
      const zip = !leaving && text.length > GZIP_OVER_CHARS && gzip
      const sent = zip ? post(`${url}?compression=gzip`, await zip(text)) : post(url, utf8(text))
      return await read(await sent, now())
    } catch {
      return { kind: 'later', afterMs: 0 }
    }
  }

  return { send, room }
}

/** Put in here, because it is asked for late. `context` is a JSON object; an empty one stays as it is. */
const withTimezone = (context: string): string =>
  context === '{}' ? context : `{"timezone":${JSON.stringify(readTimezone())},${context.slice(1)}`

async function read(response: Response, now: number): Promise<Outcome> {
  const { status } = response
  if (response.ok) return delivered(await response.text())
  if (status === 413) return { kind: 'too large' }
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: 'later', afterMs: retryAfterMs(response.headers.get('Retry-After'), now) }
  }
  return {
    kind: 'refused',
    why: `${response.url} answered ${status}: ${(await response.text()).slice(0, 200)}`,
  }
}

/** A receiver that says nothing of single messages has taken them all. */
function delivered(text: string): Outcome {
  const retry = new Set<string>()
  const rejected = new Map<string, string>()
  for (const [id, verdict] of Object.entries(resultsOf(text))) {
    if (verdict === 'retry') retry.add(id)
    else rejected.set(id, String((verdict as { rejected?: unknown } | null)?.rejected ?? 'no reason given'))
  }
  return { kind: 'delivered', retry, rejected }
}

const resultsOf = (text: string): Record<string, unknown> =>
  attempt(() => JSON.parse(text) as { results?: Record<string, unknown> })?.results ?? {}
