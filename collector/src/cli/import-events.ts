import { createHash } from 'node:crypto'
import type { WireEvent } from 'handrail/schema'
import { createBlockRows } from '../event-store/block-rows'
import { insertLines } from '../event-store/insert-lines'
import { type Message, toMessage } from '../event-store/message'
import { refuseLarge, refuseMessage } from '../routes/ingest/message-check'
import type { Services } from '../services'
import { whenReady } from './when-ready'

export interface ImportProgress {
  imported: number
  /** Messages that were refused; the first reasons, with the number of their line. */
  rejected: number
  reasons: { line: number; reason: string }[]
}

const blockRows = 10_000
const shownReasons = 20

/**
 * Puts history of Segment's shape straight into the event store, in blocks of 10,000. May be run again: a message without an
 * id gets one made of its content, and every read counts an id once.
 */
export async function importEvents(
  services: Pick<Services, 'engine' | 'control' | 'now'>,
  projectId: string,
  messages: Iterable<unknown> | AsyncIterable<unknown>,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportProgress> {
  const progress: ImportProgress = { imported: 0, rejected: 0, reasons: [] }
  let block: Message[] = []
  let line = 0

  async function flush(): Promise<void> {
    if (block.length === 0) return
    progress.imported += await importBlock(services, block)
    block = []
    onProgress(progress)
  }

  for await (const item of messages) {
    line += 1
    const reason = refuseMessage(item) ?? refuseLarge(item)
    if (reason === null)
      block.push(toHistory(projectId, item as WireEvent, services.now())) // just checked
    else noteRefused(progress, line, reason)
    if (block.length >= blockRows) await flush()
  }
  await flush()
  return progress
}

async function importBlock(
  { engine, control }: Pick<Services, 'engine' | 'control'>,
  block: Message[],
): Promise<number> {
  const rows = createBlockRows(control)
  await rows.add(block)
  const { tsv, count } = await rows.finish()
  const insertion = { table: 'events', tsv, token: `import:${digest(tsv)}` }
  const refused = await whenReady(() => insertLines(engine, insertion))
  return count - refused.size
}

function toHistory(projectId: string, event: WireEvent, receivedAt: number): Message {
  const id = event.messageId ?? `import-${digest(`${projectId} ${JSON.stringify(event)}`)}`
  const { sentAt: _, ...past } = event // beside a time of receipt that is now it would make all of it happen now
  return toMessage(past, { projectId, receivedAt, sentAt: Number.NaN, context: {} }, id)
}

export function noteRefused(progress: ImportProgress, line: number, reason: string): void {
  progress.rejected += 1
  if (progress.reasons.length < shownReasons) progress.reasons.push({ line, reason })
}

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32)
