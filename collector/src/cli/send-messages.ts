import type { WireEvent } from 'handrail/schema'
import { maxMessageBytes } from '../routes/ingest/message-check'
import { maxBodyBytes } from '../routes/ingest/read-body'
import type { Verdict } from '../routes/ingest/verdicts'
import { type ImportProgress, noteRefused } from './import-events'

/** However large each is, so many are below the limit of a request. */
const batchMessages = Math.floor(maxBodyBytes / maxMessageBytes)

/** Hands messages to a collector that runs, which has them on disk when this resolves. */
export async function sendMessages(
  origin: string,
  writeKey: string,
  messages: readonly WireEvent[],
): Promise<ImportProgress> {
  const progress: ImportProgress = { imported: 0, rejected: 0, reasons: [] }
  for (let at = 0; at < messages.length; at += batchMessages) {
    const batch = messages.slice(at, at + batchMessages)
    const results = await post(origin, { writeKey, batch })
    for (const [i, { messageId = '' }] of batch.entries()) {
      const verdict = results[messageId]
      if (verdict === undefined) progress.imported += 1
      else noteRefused(progress, at + i + 1, verdict === 'retry' ? 'not taken now' : verdict.rejected)
    }
  }
  return progress
}

async function post(origin: string, body: object): Promise<Record<string, Verdict>> {
  const response = await fetch(`${origin}/v1/batch`, { method: 'POST', body: JSON.stringify(body) }).catch(
    (error) => {
      throw new Error(
        `${origin}: the collector that has this folder does not answer (${error.cause ?? error})`,
      )
    },
  )
  if (!response.ok)
    throw new Error(`${origin}: found the answer ${response.status}, expected 200; run the import again`)
  const { results = {} } = (await response.json()) as { results?: Record<string, Verdict> } // our own answer
  return results
}
