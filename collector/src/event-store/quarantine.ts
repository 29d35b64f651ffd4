import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { readBlock } from './block'
import type { BuiltBlock } from './block-messages'
import type { SpoolLog } from './spool'
import { readSpool } from './spool-reader'

interface Quarantined {
  /** Why it could not be loaded. */
  reason: string
  /** The message, or where its record stood in the spool. */
  what: unknown
}

export interface QuarantineOptions {
  folder: string
  spool: SpoolLog
  spoolId: string
  log: Logger
}

/**
 * What was acknowledged and cannot be loaded is kept in `quarantine.ndjson`, one JSON line each, for a person to look at:
 * rows that the engine refused, by their number in the block, and records that could not be read. Resolves to how many.
 */
export async function quarantineOf(
  options: QuarantineOptions,
  block: BuiltBlock,
  refused: ReadonlyMap<number, string>,
): Promise<number> {
  const messages = refused.size > 0 ? await messagesOf(options, block) : []
  const rows = [...refused].map(([i, reason]) => ({ reason, what: messages[i] }))
  const records = block.unreadable.map(({ place, reason }) => ({ reason, what: place }))
  const found: Quarantined[] = [...rows, ...records]
  if (found.length === 0) return 0
  const lines = found.map((one) => `${JSON.stringify(one)}\n`).join('')
  await appendFile(join(options.folder, 'quarantine.ndjson'), lines)
  options.log.error({ rows: rows.length, records: records.length }, 'loader: events in quarantine')
  return found.length
}

/** The messages of a block, in the order of its rows. */
async function messagesOf(
  { folder, spool, spoolId }: QuarantineOptions,
  { from, to }: BuiltBlock,
): Promise<unknown[]> {
  const messages: unknown[] = []
  const records = readSpool(folder, spool.segments(), from)
  await readBlock(records, { spoolId, from, to }, async (some) => messages.push(...some))
  return messages
}
