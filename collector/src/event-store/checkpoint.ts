import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Position, replaceFile } from './spool-files'

/**
 * How far the loader is. Everything before `from` is in the engine; the blocks behind it, each from where the one before it
 * ends, may be, and are sent again after a crash, as the same blocks with the same tokens.
 */
export interface Checkpoint {
  /** Names the spool in tokens, so that a new spool beside an old engine never repeats one. */
  spoolId: string
  from: Position
  ends: readonly Position[]
}

const name = 'checkpoint.json'

export async function readCheckpoint(folder: string): Promise<Checkpoint> {
  try {
    return upToDate(JSON.parse(await readFile(join(folder, name), 'utf8')))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const spoolId = randomBytes(6).toString('hex')
    const fresh = { spoolId, from: { segment: 0, offset: 0 }, ends: [] }
    await writeCheckpoint(folder, fresh)
    return fresh
  }
}

/** Until several blocks were under way at once, a checkpoint held the end of its one block, or `from` again for none. */
function upToDate({ spoolId, from, to, ends }: Checkpoint & { to?: Position }): Checkpoint {
  const isOneBlock = to !== undefined && (to.segment !== from.segment || to.offset !== from.offset)
  return { spoolId, from, ends: ends ?? (isOneBlock ? [to] : []) }
}

export const writeCheckpoint = (folder: string, checkpoint: Checkpoint): Promise<void> =>
  replaceFile(folder, name, `${JSON.stringify(checkpoint)}\n`)

/** What a block holds: the records between two places. */
export interface Range {
  from: Position
  to: Position
}

/** The blocks that may be in the engine, in their order. */
export const sentBlocks = ({ from, ends }: Checkpoint): Range[] =>
  ends.map((to, i) => ({ from: ends[i - 1] ?? from, to }))

/** The same range is the same block, whenever it is sent. */
export const blockToken = (spoolId: string, { from, to }: Range): string =>
  `${spoolId}:${from.segment}.${from.offset}-${to.segment}.${to.offset}`
