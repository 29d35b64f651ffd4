import { SpoolUnavailable } from '../services'

/** What may wait in memory for the disk; beyond it the disk is too slow, and senders are told to come back. */
const maxWaitingBytes = 64 * 1024 * 1024

interface Waiting {
  pieces: readonly Uint8Array[]
  resolve(): void
  reject(error: Error): void
}

export interface GroupCommit {
  /** Resolves when the bytes are on disk. */
  append(pieces: readonly Uint8Array[], bytes: number): Promise<void>
  waitingBytes(): number
  /** Resolves when nothing waits. */
  idle(): Promise<void>
}

/** One `write`, with its sync, serves every request that came while the one before it was under way. */
export function createGroupCommit(
  write: (pieces: Uint8Array[]) => Promise<void>,
  onWritten: () => void,
): GroupCommit {
  let waiting: Waiting[] = []
  let waitingBytes = 0
  let flushing: Promise<void> | undefined

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      waitingBytes = 0
      await flushGroup(group)
    }
    flushing = undefined // in the same turn as the look at `waiting`, so that nobody waits for a flush that is over
  }

  async function flushGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await write(group.flatMap(({ pieces }) => pieces))
      for (const { resolve } of group) resolve()
      onWritten()
    } catch (error) {
      for (const { reject } of group) reject(new SpoolUnavailable(`The spool cannot write: ${error}`))
    }
  }

  return {
    append(pieces, bytes) {
      if (waitingBytes + bytes > maxWaitingBytes)
        return Promise.reject(new SpoolUnavailable('The disk of the spool is too slow'))
      waitingBytes += bytes
      return new Promise((resolve, reject) => {
        waiting.push({ pieces, resolve, reject })
        flushing ??= flush()
      })
    },
    waitingBytes: () => waitingBytes,
    idle: () => flushing ?? Promise.resolve(),
  }
}
