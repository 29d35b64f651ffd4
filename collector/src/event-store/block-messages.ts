import type { Block, BlockRange } from './block'
import type { Rows } from './block-rows'
import type { Segments } from './spool-reader'

/** What the thread that builds blocks is started with. */
export interface WorkerStart {
  spoolFolder: string
  controlUrl: string
}

export type BuildRequest = BlockRange & { segments: Segments }

/** A block as the engine takes it. */
export type BuiltBlock = Block & Rows

export type FromWorker = { kind: 'built'; block: BuiltBlock } | { kind: 'failed'; reason: string }
