import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Quarantined {
  /** Why it could not be loaded. */
  reason: string
  /** The message, or where its record stood in the spool. */
  what: unknown
}

/** What was acknowledged and cannot be loaded is kept here, one JSON line each, for a person to look at. */
export async function quarantine(folder: string, found: readonly Quarantined[]): Promise<void> {
  if (found.length === 0) return
  await appendFile(join(folder, 'quarantine.ndjson'), found.map((one) => `${JSON.stringify(one)}\n`).join(''))
}
