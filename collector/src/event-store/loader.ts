import type { Logger } from 'pino'
import type { Control } from '../control/types'
import type { Engine, Loader, LoaderFigures } from '../services'
import { type Block, readBlock } from './block'
import { toRows } from './block-rows'
import { blockToken, type Checkpoint, writeCheckpoint } from './checkpoint'
import { insertLines } from './insert-lines'
import { quarantine } from './quarantine'
import { retry } from './retry'
import type { SpoolLog } from './spool'
import { isBefore, type Position } from './spool-files'

export interface LoaderOptions {
  /** Where the checkpoint and the quarantine are kept. */
  folder: string
  checkpoint: Checkpoint
  spool: SpoolLog
  engine: Engine
  control: Control
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
  const { folder, spool, engine, control, log, now } = options
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
    if (isBefore(checkpoint.from, checkpoint.to))
      await load(await persist(() => readBlock(spool, checkpoint.from, checkpoint.spoolId, checkpoint.to)))
    while (!stop.signal.aborted) {
      await untilDue()
      const block = await persist(() => readBlock(spool, checkpoint.to, checkpoint.spoolId))
      if (isBefore(checkpoint.to, block.to)) {
        await remember({ ...checkpoint, from: checkpoint.to, to: block.to })
        await load(block)
      } else if (block.damaged !== undefined) await skipDamaged(block.damaged)
    }
  }

  async function load(block: Block): Promise<void> {
    oldestAt = block.receivedAt || oldestAt
    const { lines, accounts } = await persist(() => toRows(block.messages, control))
    const token = blockToken(checkpoint)
    const refused = await persist(() => insertLines(engine, { table: 'events', lines, token }))
    await persist(() => setAside(block, refused))
    figures.loadedEvents += lines.length - refused.size
    await markLoaded()
    for (const [projectId, ids] of accounts) options.onLoaded(projectId, ids)
  }

  async function setAside(block: Block, refused: ReadonlyMap<number, string>): Promise<void> {
    const rows = [...refused].map(([i, reason]) => ({ reason, what: block.messages[i] }))
    const records = block.unreadable.map(({ place, reason }) => ({ reason, what: place }))
    await quarantine(folder, [...rows, ...records])
    figures.quarantinedEvents += rows.length + records.length
    if (rows.length + records.length > 0)
      log.error({ rows: rows.length, records: records.length }, 'loader: events in quarantine')
  }

  /** A segment that is done is deleted, and never asked for again after a crash. */
  async function markLoaded(): Promise<void> {
    const crossed = loaded.segment !== checkpoint.to.segment
    loaded = checkpoint.to
    oldestAt = now()
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
    await markLoaded()
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
      const settled = !isBefore(loaded, checkpoint.to)
      if (settled) await writeCheckpoint(folder, { ...checkpoint, from: loaded })
    },
  }
}
