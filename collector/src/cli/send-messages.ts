import { setTimeout as wait } from 'node:timers/promises'
import type { WireEvent } from 'handrail/schema'
import { maxMessageBytes, refuseLarge, refuseMessage } from '../routes/ingest/message-check'
import { maxBodyBytes } from '../routes/ingest/read-body'
import type { Verdict } from '../routes/ingest/verdicts'
import { type ImportProgress, noteRefused } from './import-events'

/** None is larger than a message may be, so that these are below the limit of a request. */
const batchMessages = Math.floor(maxBodyBytes / maxMessageBytes)

/** A batch that is not taken for so long is not waited for. */
const patienceMs = 10 * 60_000
/** Of a proxy in front that does not say when to come back. */
const defaultRetrySeconds = 5

/**
 * Hands messages to a collector that runs, which has them on disk when this resolves. The first of its addresses that can be
 * reached is asked.
 */
export async function sendMessages(
  origins: readonly string[],
  writeKey: string,
  messages: readonly WireEvent[],
): Promise<ImportProgress> {
  const progress: ImportProgress = { imported: 0, rejected: 0, reasons: [] }
  const post = createPost(origins)
  const right = messages.flatMap((message, i) => {
    const reason = refuseMessage(message) ?? refuseLarge(message)
    if (reason === null) return [{ message, line: i + 1 }]
    noteRefused(progress, i + 1, reason)
    return []
  })
  for (let at = 0; at < right.length; at += batchMessages) {
    const part = right.slice(at, at + batchMessages)
    const results = await post({ writeKey, batch: part.map(({ message }) => message) }).catch((error) => {
      throw new Error(`${error.message}; ${progress.imported} are imported, run the import again`)
    })
    for (const { message, line } of part) {
      const verdict = results[message.messageId ?? '']
      if (verdict === undefined) progress.imported += 1
      else noteRefused(progress, line, verdict === 'retry' ? 'not taken now' : verdict.rejected)
    }
  }
  return progress
}

/** Sends a batch until it is taken: as often as it is told to come back. */
function createPost(origins: readonly string[]): (body: object) => Promise<Record<string, Verdict>> {
  const reach = createReach(origins)
  let saidSo = false

  return async function post(body) {
    const until = Date.now() + patienceMs
    for (;;) {
      const response = await reach('/v1/batch', { method: 'POST', body: JSON.stringify(body) })
      if (response.ok) return ((await response.json()) as { results?: Record<string, Verdict> }).results ?? {} // our own answer
      const ms = retryMs(response)
      if (ms === null || Date.now() + ms > until)
        throw new Error(`${response.url}: found the answer ${response.status}, expected 200`)
      if (!saidSo)
        process.stderr.write(`${response.url}: takes no more now (${response.status}), waiting for it\n`)
      saidSo = true
      await response.body?.cancel()
      await wait(ms)
    }
  }
}

/** Null when the same again would get the same answer. */
function retryMs({ status, headers }: Response): number | null {
  if (status !== 429 && status !== 503) return null
  return (Number(headers.get('retry-after')) || defaultRetrySeconds) * 1000
}

/** Asks at the first address that can be reached, and stays there. */
function createReach(origins: readonly string[]): (path: string, init: RequestInit) => Promise<Response> {
  const unreached = [...origins]
  const problems: string[] = []

  return async function reach(path, init) {
    const [origin] = unreached
    if (origin === undefined)
      throw new Error(`the collector that has this folder does not answer at ${problems.join(', ')}`)
    try {
      return await fetch(origin + path, init)
    } catch (error) {
      const { cause } = error as Error // fetch throws nothing else
      problems.push(`${origin} (${cause ?? error})`)
      unreached.shift()
      return reach(path, init)
    }
  }
}
