import type { Logger } from 'pino'
import type { Engine, Loader, LoaderFigures } from '../services'
import type { BlockBuilder } from './block-builder'
import type { BuiltBlock } from './block-messages'
import { blockToken, type Checkpoint, sentBlocks } from './checkpoint'
import { createCheckpointFile } from './checkpoint-file'
import { insertLines } from './insert-lines'
import { quarantineOf } from './quarantine'
import { retry } from './retry'
import type { SpoolLog } from './spool'
import { isBefore, type Position } from './spool-files'

export interface LoaderOptions {
  /** Where the checkpoint and the quarantine are kept. */
  folder: string
  checkpoint: Checkpoint
  spool: SpoolLog
  engine: Engine
  /** Closed with the loader. */
  builder: BlockBuilder
  log: Logger
  now: () => number
  /** Called when events of these accounts can be read from the engine. */
  onLoaded: (projectId: string, accountIds: ReadonlySet<string>) => void
}

/** A block that is not full is loaded after this long. */
const maxWaitMs = 1_000
/** About 10,000 events of Handrail's own: no need to wait for more. */
const enoughBytes = 3 * 1024 * 1024

/**
 * Moves what is in the spool into the engine, block by block and each exactly once: the range of a block is written down
 * before it is sent, so that after a crash the same range goes out under the same token, and the engine drops what it has.
 * While the engine takes one block the next is on its way to it, and the one after that is built.
 */
export async function startLoader(options: LoaderOptions): Promise<Loader> {
  const { folder, spool, engine, builder, log, now } = options
  const { spoolId } = options.checkpoint
  const stop = new AbortController()
  const figures = { loadedEvents: 0, quarantinedEvents: 0, unverifiedEvents: 0, failedAttempts: 0 }
  const file = createCheckpointFile(folder, options.checkpoint, persist)
  let oldestAt = now()
  let hurry = 0
  let stopped = false
  let wake = (): void => {}
  const drains: { to: Position; resolve(): void }[] = []
  spool.onAppend(() => wake())
  await spool.release(file.loaded())
  const running = run().catch((error) => {
    if (stop.signal.aborted) return
    stopped = true
    log.fatal({ reason: String(error) }, 'loader: stopped; restart the collector')
  })

  async function run(): Promise<void> {
    for (const sent of sentBlocks(options.checkpoint))
      await load({ ...(await build(sent.from, sent.to)), ...sent })
    let ahead: Promise<BuiltBlock> | undefined
    let before = Promise.resolve()
    try {
      while (!stop.signal.aborted) {
        if (!ahead) {
          await before
          await untilDue()
        }
        const block = await (ahead ?? build(file.sent()))
        ahead = undefined
        if (isBefore(file.sent(), block.to)) {
          await file.send(block.to)
          ahead = buildAhead(block.to)
          const loading = load(block, before)
          loading.catch(() => {}) // it is waited for below, one block later
          await before
          before = loading
        } else if (block.damaged !== undefined) {
          await before
          await skipDamaged(block.damaged)
        }
      }
    } finally {
      await before
    }
  }

  function build(from: Position, to?: Position): Promise<BuiltBlock> {
    return persist(() => builder.build({ spoolId, from, to, segments: spool.segments() }))
  }

  /** The next block is built while the engine takes this one, when there is enough for it. */
  function buildAhead(from: Position): Promise<BuiltBlock> | undefined {
    if (spool.pendingBytes(from) < enoughBytes) return undefined
    const block = build(from)
    block.catch(() => {}) // whoever takes it sees it; at the end nobody does
    return block
  }

  /** Blocks may be inserted in any order, and are marked in the order of the spool. */
  async function load(block: BuiltBlock, before: Promise<void> = Promise.resolve()): Promise<void> {
    if (!isBefore(file.loaded(), block.from)) oldestAt = block.firstReceivedAt || oldestAt
    const insertion = { table: 'events', tsv: block.tsv, token: blockToken(spoolId, block) }
    const refused = await persist(() => insertLines(engine, insertion))
    await before
    const kept = await persist(() => quarantineOf({ folder, spool, spoolId, log }, block, refused))
    figures.quarantinedEvents += kept
    figures.unverifiedEvents += block.unverified
    figures.loadedEvents += block.count - refused.size
    await markLoaded(block.to, block.lastReceivedAt)
    for (const [projectId, ids] of block.accounts) options.onLoaded(projectId, ids)
  }

  /** A segment that is done is deleted, and never asked for again after a crash. What is left came after `receivedAt`. */
  async function markLoaded(to: Position, receivedAt: number): Promise<void> {
    oldestAt = receivedAt
    await file.load(to)
    await persist(() => spool.release(to))
    for (const drain of drains.splice(0)) isBefore(to, drain.to) ? drains.push(drain) : drain.resolve()
  }

  async function skipDamaged(segment: number): Promise<void> {
    log.error(
      { segment },
      'loader: a segment of the spool is damaged; what follows in it is kept beside the spool',
    )
    await persist(() => spool.setAside(segment))
    await markLoaded({ segment: segment + 1, offset: 0 }, now())
  }

  function persist<T>(attempt: () => Promise<T>): Promise<T> {
    return retry(attempt, {
      signal: stop.signal,
      onFailure(error, retryMs) {
        figures.failedAttempts += 1
        log.warn({ reason: String(error), retryMs }, 'loader: trying again')
      },
    })
  }

  /** Until a block is worth sending: enough of it, or the first of it has waited long enough. */
  async function untilDue(): Promise<void> {
    while (!isBefore(file.sent(), spool.end())) {
      await nextAppend()
      oldestAt = now()
    }
    const dueAt = oldestAt + maxWaitMs
    while (hurry === 0 && spool.pendingBytes() < enoughBytes && now() < dueAt) await nextAppend(dueAt - now())
  }

  function nextAppend(timeoutMs?: number): Promise<void> {
    stop.signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      const timer = timeoutMs === undefined ? undefined : setTimeout(() => wake(), timeoutMs)
      wake = () => {
        clearTimeout(timer)
        wake = () => {}
        stop.signal.aborted ? reject(stop.signal.reason) : resolve()
      }
    })
  }

  return {
    figures: (): LoaderFigures => {
      const pendingBytes = spool.pendingBytes()
      return { ...figures, stopped, pendingBytes, lagMs: pendingBytes > 0 ? now() - oldestAt : 0 }
    },
    async drain() {
      const to = spool.end()
      if (!isBefore(file.loaded(), to)) return
      hurry += 1
      const done = new Promise<void>((resolve) => drains.push({ to, resolve }))
      wake()
      await done.finally(() => {
        hurry -= 1
      })
    },
    async close() {
      stop.abort()
      wake()
      await running
      await builder.close()
      await file.close()
    },
  }
}
