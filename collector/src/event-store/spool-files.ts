import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeRecord, type FramedRecord, maxPayloadBytes } from './spool-record'

/** A place in the spool: between two records of a segment. */
export interface Position {
  segment: number
  offset: number
}

export const isBefore = (a: Position, b: Position): boolean =>
  a.segment < b.segment || (a.segment === b.segment && a.offset < b.offset)

export const segmentFile = (folder: string, segment: number): string =>
  join(folder, `${String(segment).padStart(12, '0')}.spool`)

/** Numbers of the segments in a folder, oldest first. */
export async function listSegments(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => /^\d{12}\.spool$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b)
}

export const removeSegment = (folder: string, segment: number): Promise<void> =>
  rm(segmentFile(folder, segment), { force: true })

export const segmentBytes = async (folder: string, segment: number): Promise<number> =>
  (await stat(segmentFile(folder, segment))).size

/** A file that was made or renamed is only there after a crash when its folder was synced too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Replaces a file as a whole: after a crash it holds the old text or the new one. */
export async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `${name}.new`)
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(text)
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await rename(temporary, join(folder, name))
  await syncFolder(folder)
}

export interface Scan {
  record: FramedRecord
  /** Where the next record begins. */
  end: number
}

/** What ended a scan before the end of the file: nothing, a record that was cut short, or one that is damaged. */
export type ScanEnd = 'complete' | 'short' | 'damaged'

const chunkBytes = 1024 * 1024

/**
 * The records of a segment from `offset` up to byte `until`, one after the other; returns how it ended. The body of a record
 * is good until the next one is asked for: all are read into the same memory, because what is allocated for each costs more
 * to collect than to read.
 */
export async function* scanSegment(
  file: FileHandle,
  offset: number,
  until: number,
): AsyncGenerator<Scan, ScanEnd, undefined> {
  let position = offset
  let wanted = chunkBytes
  let memory = Buffer.allocUnsafeSlow(chunkBytes)
  while (position < until) {
    if (memory.length < wanted) memory = Buffer.allocUnsafeSlow(wanted)
    const { bytesRead } = await file.read(memory, 0, Math.min(wanted, until - position), position)
    const chunk = memory.subarray(0, bytesRead)
    let used = 0
    for (;;) {
      const record = decodeRecord(chunk, used)
      if (record === 'damaged') return 'damaged'
      if (record === 'short') break
      used += record.size
      yield { record, end: position + used }
    }
    if (used === 0 && position + chunk.length >= until) return 'short'
    if (used === 0 && wanted > maxPayloadBytes) return 'short' // the file is shorter than it says
    wanted = used === 0 ? chunkBytes + maxPayloadBytes : chunkBytes
    position += used
  }
  return 'complete'
}
