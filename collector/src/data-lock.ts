import { join } from 'node:path'
import { createClient, LibsqlError } from '@libsql/client'

/** Somebody else has the folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

/**
 * Keeps a second collector off the same folder: two would load the same spool, and cut what the other is writing to it. An
 * open transaction and not a file with a process id, because the system lets go of it however the process ends. In the
 * folder itself, because containers and services have temporary folders of their own. Underneath it is a POSIX lock, which
 * belongs to the process: when any code of this process opens and closes `lock.db` itself, the lock is gone without a word.
 * Returns what releases it.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const client = createClient({ url: `file:${join(folder, 'lock.db')}` })
  const held = await client.transaction('write').catch((error) => {
    client.close()
    if (!(error instanceof LibsqlError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new FolderInUse(
      `${folder}: a collector is running on this folder. Stop it, or give another one with --data-dir.`,
    )
  })
  return () => {
    held.close()
    client.close()
  }
}
