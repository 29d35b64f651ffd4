import type { BlockRange } from './block'
import type { Position } from './spool-files'
import type { Segments } from './spool-reader'

/** What the thread that builds blocks is started with. */
export interface WorkerStart {
  spoolFolder: string
  controlUrl: string
}

export type BuildRequest = BlockRange & { segments: Segments }

/** A block as the engine takes it. */
export interface BuiltBlock {
  /** One line per message, in the order of the spool. */
  tsv: Uint8Array
  rows: number
  to: Position
  /** Unix milliseconds; 0 when there is no record. */
  firstReceivedAt: number
  lastReceivedAt: number
  /** Records whose body could not be read. */
  unreadable: { place: string; reason: string }[]
  /** The segment whose next record is damaged. */
  damaged: number | undefined
  /** Accounts that the block tells something of, by project. */
  accounts: Map<string, Set<string>>
}

export type FromWorker = { kind: 'built'; block: BuiltBlock } | { kind: 'failed'; reason: string }
