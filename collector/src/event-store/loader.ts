import type { Logger } from 'pino'
import type { Engine, Loader, LoaderFigures } from '../services'
import { readBlock } from './block'
import type { BlockBuilder } from './block-builder'
import type { BuiltBlock } from './block-messages'
import { blockToken, type Checkpoint, writeCheckpoint } from './checkpoint'
import { insertLines } from './insert-lines'
import { quarantine } from './quarantine'
import { retry } from './retry'
import type { SpoolLog } from './spool'
import { isBefore, type Position } from './spool-files'
import { readSpool } from './spool-reader'

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
const enoughBytes = 6 * 1024 * 1024

/**
 * Moves what is in the spool into the engine, block by block and each exactly once: the range of a block is written down
 * before it is sent, so that after a crash the same range goes out under the same token, and the engine drops what it has.
 */
export async function startLoader(options: LoaderOptions): Promise<Loader> {
  const { folder, spool, engine, builder, log, now } = options
  const stop = new AbortController()
  const figures = { loadedEvents: 0, quarantinedEvents: 0, failedAttempts: 0 }
  let { checkpoint } = options
  let loaded: Position = checkpoint.from
  let oldestAt = now()
  let hurry = 0
  let stopped = false
  let wake = (): void => {}
  const drains: { to: Position; resolve(): void }[] = []
  spool.onAppend(() => wake())
  await spool.release(loaded)
  const running = run().catch((error) => {
    if (stop.signal.aborted) return
    stopped = true
    log.fatal({ reason: String(error) }, 'loader: stopped; restart the collector')
  })

  async function run(): Promise<void> {
    if (isBefore(checkpoint.from, checkpoint.to)) await load(await build(checkpoint.from, checkpoint.to))
    let ahead: Promise<BuiltBlock> | undefined
    while (!stop.signal.aborted) {
      if (!ahead) await untilDue()
      const block = await (ahead ?? build(checkpoint.to))
      ahead = undefined
      if (isBefore(checkpoint.to, block.to)) {
        await remember({ ...checkpoint, from: checkpoint.to, to: block.to })
        ahead = buildAhead(block.to)
        await load(block)
      } else if (block.damaged !== undefined) await skipDamaged(block.damaged)
    }
  }

  function build(from: Position, to?: Position): Promise<BuiltBlock> {
    const { spoolId } = checkpoint
    return persist(() => builder.build({ spoolId, from, to, segments: spool.segments() }))
  }

  /** The next block is built while the engine takes this one, when there is enough for it. */
  function buildAhead(from: Position): Promise<BuiltBlock> | undefined {
    if (spool.pendingBytes(from) < enoughBytes) return undefined
    const block = build(from)
    block.catch(() => {}) // whoever takes it sees it; at the end nobody does
    return block
  }

  async function load(block: BuiltBlock): Promise<void> {
    oldestAt = block.firstReceivedAt || oldestAt
    const insertion = { table: 'events', tsv: block.tsv, token: blockToken(checkpoint) }
    const refused = await persist(() => insertLines(engine, insertion))
    await persist(() => setAside(block, refused))
    figures.loadedEvents += block.rows - refused.size
    await markLoaded(block.lastReceivedAt)
    for (const [projectId, ids] of block.accounts) options.onLoaded(projectId, ids)
  }

  async function setAside(block: BuiltBlock, refused: ReadonlyMap<number, string>): Promise<void> {
    const messages = refused.size > 0 ? await readMessages() : []
    const rows = [...refused].map(([i, reason]) => ({ reason, what: messages[i] }))
    const records = block.unreadable.map(({ place, reason }) => ({ reason, what: place }))
    await quarantine(folder, [...rows, ...records])
    figures.quarantinedEvents += rows.length + records.length
    if (rows.length + records.length > 0)
      log.error({ rows: rows.length, records: records.length }, 'loader: events in quarantine')
  }

  /** The messages of the block that is being loaded, in the order of its rows. */
  async function readMessages(): Promise<unknown[]> {
    const records = readSpool(folder, spool.segments(), checkpoint.from)
    return (await readBlock(records, checkpoint)).messages
  }

  /** A segment that is done is deleted, and never asked for again after a crash. What is left came after `receivedAt`. */
  async function markLoaded(receivedAt: number): Promise<void> {
    const crossed = loaded.segment !== checkpoint.to.segment
    loaded = checkpoint.to
    oldestAt = receivedAt
    if (crossed) await remember({ ...checkpoint, from: loaded })
    await persist(() => spool.release(loaded))
    for (const drain of drains.splice(0)) isBefore(loaded, drain.to) ? drains.push(drain) : drain.resolve()
  }

  async function skipDamaged(segment: number): Promise<void> {
    log.error(
      { segment },
      'loader: a segment of the spool is damaged; what follows in it is kept beside the spool',
    )
    await persist(() => spool.setAside(segment))
    const next = { segment: segment + 1, offset: 0 }
    await remember({ ...checkpoint, from: next, to: next })
    await markLoaded(now())
  }

  async function remember(next: Checkpoint): Promise<void> {
    await persist(() => writeCheckpoint(folder, next))
    checkpoint = next
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
    while (!isBefore(checkpoint.to, spool.end())) {
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
      if (!isBefore(loaded, to)) return
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
      const settled = !isBefore(loaded, checkpoint.to)
      if (settled) await writeCheckpoint(folder, { ...checkpoint, from: loaded })
    },
  }
}
