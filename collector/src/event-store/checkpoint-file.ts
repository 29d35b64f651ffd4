import { type Checkpoint, writeCheckpoint } from './checkpoint'
import { isBefore, type Position } from './spool-files'

/** The checkpoint of a running loader, and its file. */
export interface CheckpointFile {
  /** Everything before is in the engine. */
  loaded(): Position
  /** Where the last block ends that was sent or may have been. */
  sent(): Position
  /** Resolves when it is on disk that a block up to `to` is about to be sent. */
  send(to: Position): Promise<void>
  /** Everything before `to` is in the engine now. On disk at once only when a segment is done, which is never read again. */
  load(to: Position): Promise<void>
  /** Writes down where the loader was, unless the disk refuses: then blocks are sent again. */
  close(): Promise<void>
}

export function createCheckpointFile(
  folder: string,
  { spoolId, from, ends }: Checkpoint,
  persist: (write: () => Promise<void>) => Promise<void>,
): CheckpointFile {
  let loaded = from
  let onTheWay = ends
  /** One write at a time: each replaces the file, and the last one holds the newest. */
  let writing = Promise.resolve()

  const write = (): Promise<void> => writeCheckpoint(folder, { spoolId, from: loaded, ends: onTheWay })

  function save(): Promise<void> {
    writing = writing.then(() => persist(write))
    return writing
  }

  return {
    loaded: () => loaded,
    sent: () => onTheWay.at(-1) ?? loaded,
    send(to) {
      onTheWay = [...onTheWay, to]
      return save()
    },
    async load(to) {
      const crossed = loaded.segment !== to.segment
      loaded = to
      onTheWay = onTheWay.filter((end) => isBefore(to, end))
      if (crossed) await save()
    },
    async close() {
      await writing.catch(() => {}) // it was told to who waited for it
      await write().catch(() => {})
    },
  }
}
