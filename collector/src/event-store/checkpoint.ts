import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Position, replaceFile } from './spool-files'

/**
 * How far the loader is. Everything before `from` is in the engine; what lies between `from` and `to` may be, and is sent
 * again after a crash, as the same block with the same token.
 */
export interface Checkpoint {
  /** Names the spool in tokens, so that a new spool beside an old engine never repeats one. */
  spoolId: string
  from: Position
  to: Position
}

const name = 'checkpoint.json'

export async function readCheckpoint(folder: string): Promise<Checkpoint> {
  const start: Position = { segment: 0, offset: 0 }
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const fresh = { spoolId: randomBytes(6).toString('hex'), from: start, to: start }
    await writeCheckpoint(folder, fresh)
    return fresh
  }
}

export const writeCheckpoint = (folder: string, checkpoint: Checkpoint): Promise<void> =>
  replaceFile(folder, name, `${JSON.stringify(checkpoint)}\n`)

/** The same range is the same block, whenever it is sent. */
export const blockToken = ({ spoolId, from, to }: Checkpoint): string =>
  `${spoolId}:${from.segment}.${from.offset}-${to.segment}.${to.offset}`
