import { mkdir, rename } from 'node:fs/promises'
import type { Logger } from 'pino'
import { type Spool, type SpoolRecord, SpoolUnavailable } from '../services'
import { createGroupCommit } from './group-commit'
import { createSegment, type SegmentWriter } from './segment-writer'
import { isBefore, type Position, removeSegment, segmentFile } from './spool-files'
import type { Segments } from './spool-reader'
import { encodeRecord } from './spool-record'
import { recoverSegments } from './spool-recovery'
import { createReserve } from './spool-reserve'

export interface SpoolOptions {
  folder: string
  log: Logger
  /** All segments together; above it senders are told to come back. */
  maxBytes: number
  /** Where the loader is; what lies before it is in the engine. */
  from: Position
  /**
   * A segment is closed when it has grown to this, and deleted when all of it is loaded.
   * @default 64 MiB, and of a small spool an eighth, so that loading makes room before all of it is loaded
   */
  segmentBytes?: number
}

/** Above this share of its limit the next request may not fit any more. */
const fullShare = 0.95
/** After the disk refused it counts as full this long; then somebody has to try again. */
const refusalMs = 5_000

/** A spool as its loader sees it. */
export interface SpoolLog extends Spool {
  /** Where the last record ends that is on disk and still here. */
  end(): Position
  /** What is on disk and still here, for `readSpool`. */
  segments(): Segments
  /** Bytes on disk behind a position. @default where the loader is */
  pendingBytes(from?: Position): number
  /** Called after every group that reached the disk. */
  onAppend(listener: () => void): void
  /** Everything before `position` is in the engine: whole segments are deleted. */
  release(position: Position): Promise<void>
  /** Takes a damaged segment out of the spool; the file stays beside it, for a person to look at. */
  setAside(segment: number): Promise<void>
}

export async function openSpool(options: SpoolOptions): Promise<SpoolLog> {
  const { folder, log, maxBytes, from, segmentBytes = Math.min(64 * 1024 * 1024, maxBytes / 8) } = options
  await mkdir(folder, { recursive: true })
  const sizes = await recoverSegments(folder, log)
  const reserve = createReserve(folder)
  const listeners: (() => void)[] = []
  let writer: SegmentWriter | undefined
  let nextSegment = Math.max(from.segment, ...sizes.keys()) + 1
  const commits = createGroupCommit(write, () => {
    for (const listener of listeners) listener()
  })
  let loaded = from
  let refusedAtMs = Number.NEGATIVE_INFINITY

  const diskBytes = (): number => [...sizes.values()].reduce((sum, size) => sum + size, 0)

  function append(record: SpoolRecord): Promise<void> {
    const pieces = encodeRecord(record)
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0)
    if (diskBytes() + commits.waitingBytes() + bytes > maxBytes)
      return Promise.reject(new SpoolUnavailable(`The spool is full (${maxBytes} bytes)`))
    return commits.append(pieces, bytes)
  }

  async function write(pieces: Uint8Array[]): Promise<void> {
    try {
      await reserve.hold()
      if (writer && writer.size >= segmentBytes) await closeWriter()
      const segment = writer ?? (await openWriter())
      await segment.append(pieces)
      sizes.set(segment.segment, segment.size)
    } catch (error) {
      refusedAtMs = performance.now()
      log.error({ reason: String(error) }, 'spool: could not write')
      await Promise.all([reserve.giveUp(), makeRoom()]).catch(() => {}) // what refused to write may refuse this too; the next request tries again
      throw error
    }
  }

  /** On a full disk the segment that is being written may be the only one there is, and all of it in the engine. */
  async function makeRoom(): Promise<void> {
    if (!writer || isBefore(loaded, { segment: writer.segment, offset: writer.size })) return
    const { segment } = writer
    await closeWriter()
    await forget(segment)
  }

  async function forget(segment: number): Promise<void> {
    await removeSegment(folder, segment)
    sizes.delete(segment)
  }

  async function openWriter(): Promise<SegmentWriter> {
    const segment = nextSegment
    nextSegment += 1 // also when it cannot be made: half a file may be there
    writer = await createSegment(folder, segment)
    sizes.set(writer.segment, 0)
    return writer
  }

  async function closeWriter(): Promise<void> {
    await writer?.close()
    writer = undefined
  }

  return {
    append,
    accepts: () => diskBytes() < maxBytes * fullShare && performance.now() - refusedAtMs > refusalMs,
    segments: () => [...sizes],
    end: () =>
      [...sizes].reduce(
        (end, [segment, offset]) =>
          offset > 0 && isBefore(end, { segment, offset }) ? { segment, offset } : end,
        loaded,
      ),
    onAppend: (listener) => void listeners.push(listener),
    pendingBytes: (from = loaded) =>
      [...sizes].reduce(
        (sum, [segment, size]) =>
          segment < from.segment ? sum : sum + size - (segment === from.segment ? from.offset : 0),
        0,
      ),
    async release(position) {
      if (isBefore(loaded, position)) loaded = position
      for (const segment of [...sizes.keys()])
        if (segment < position.segment && segment !== writer?.segment) await forget(segment)
    },
    async setAside(segment) {
      if (segment === writer?.segment) await closeWriter()
      await rename(segmentFile(folder, segment), `${segmentFile(folder, segment)}.damaged`)
      sizes.delete(segment)
    },
    async close() {
      await commits.idle()
      await closeWriter()
    },
  }
}
