import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Enough for checkpoints and quarantined messages while nothing is appended. */
const reserveBytes = 64 * 1024
/** After a refusal the disk is left alone this long, so that the loader finds room for its checkpoint. */
const pauseMs = 1_000

/** Room on the disk of the spool that appends never use: the loader writes little, and frees much by it. */
export interface SpoolReserve {
  /** Takes the room, once; rejects while the disk does not have it. */
  hold(): Promise<void>
  /** The disk refused to write: gives the room to the loader. */
  giveUp(): Promise<void>
}

export function createReserve(folder: string): SpoolReserve {
  const path = join(folder, 'reserve')
  let held = false
  let pausedUntil = 0

  return {
    async hold() {
      if (held) return
      if (performance.now() < pausedUntil) throw new Error('the disk has no room')
      const file = await open(path, 'w')
      try {
        await file.writeFile(Buffer.alloc(reserveBytes, 1)) // bytes, because a file of zeros may take no room
        await file.datasync()
        held = true
      } finally {
        await file.close()
      }
    },
    async giveUp() {
      held = false
      // Those who come during the pause do not make it longer.
      if (performance.now() >= pausedUntil) pausedUntil = performance.now() + pauseMs
      await rm(path, { force: true })
    },
  }
}
