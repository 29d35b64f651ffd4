import { type FileHandle, open } from 'node:fs/promises'
import { removeSegment, segmentFile, syncFolder } from './spool-files'

/** The segment that is being written. Everything up to `size` is on disk. */
export interface SegmentWriter {
  readonly segment: number
  readonly size: number
  /** Resolves when the bytes are on disk. When it rejects, none of them will ever be read. */
  append(pieces: readonly Uint8Array[]): Promise<void>
  close(): Promise<void>
}

/** Opens a new segment. A file that exists is an error: records are only ever added to a segment of this run. */
export async function createSegment(folder: string, segment: number): Promise<SegmentWriter> {
  const file = await openSynced(folder, segment)
  let size = 0

  return {
    segment,
    get size() {
      return size
    },
    async append(pieces) {
      try {
        const length = await writeAll(file, pieces, size)
        await file.datasync()
        size += length
      } catch (error) {
        await file.truncate(size).catch(() => {}) // a disk that refuses this too leaves a tail for the next start to cut
        throw error
      }
    },
    close: () => file.close(),
  }
}

async function openSynced(folder: string, segment: number): Promise<FileHandle> {
  const file = await open(segmentFile(folder, segment), 'wx')
  try {
    await syncFolder(folder)
    return file
  } catch (error) {
    await file.close()
    await removeSegment(folder, segment).catch(() => {}) // empty, and its number is not used again
    throw error
  }
}

/** `writev` may write less than it was given (a full disk does that before it fails). */
async function writeAll(file: FileHandle, pieces: readonly Uint8Array[], position: number): Promise<number> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const { bytesWritten } = await file.writev([...pieces], position)
  if (bytesWritten === length) return length
  const rest = Buffer.concat(pieces).subarray(bytesWritten)
  const more = await file.write(rest, 0, rest.length, position + bytesWritten)
  if (more.bytesWritten === rest.length) return length
  throw new Error(`wrote ${bytesWritten + more.bytesWritten} of ${length} bytes`)
}
