import type { Logger } from 'pino'
import { sql } from '../event-store/sql'
import { EngineUnavailable } from '../services'

/** Events come in bursts: an account is scored once for all of them. */
const DELAY_MS = 1_000

/** The longest wait while events keep coming. */
const MAX_DELAY_MS = 5_000

/** Accounts that the engine refused so often wait for the next event of theirs, or for the next day. */
const MAX_TRIES = 5

/**
 * Text of the accounts that are scored in one go. The list stands a dozen times in the query for signals, of which
 * ClickHouse reads 262,144 bytes (`max_query_size`).
 */
const LIST_BYTES = 10_000

/** Accounts that are scored in one go. */
interface Batch {
  projectId: string
  accounts: readonly string[]
  /** By account: how often it was tried in vain. */
  tries: ReadonlyMap<string, number>
}

/** Collects accounts with new events and hands them on, as many at a time as a query holds. No timer runs while nothing happens. */
export function createTouched(
  score: (projectId: string, accounts: readonly string[]) => Promise<void>,
  log: Logger,
): { add(projectId: string, accounts: Iterable<string>): void; close(): Promise<void> } {
  /** By project and account: how often it was tried in vain. */
  const waiting = new Map<string, Map<string, number>>()
  let timer: NodeJS.Timeout | undefined
  let firstAt = 0
  let closed = false
  let running: Promise<void> = Promise.resolve()

  async function flush(): Promise<void> {
    timer = undefined
    const batches = [...waiting].flatMap(([projectId, tries]) =>
      lists(tries.keys()).map((accounts): Batch => ({ projectId, accounts, tries })),
    )
    waiting.clear()
    let away = false
    for (const batch of batches) {
      if (closed) return
      if (away) again(batch, 0)
      else away = await isAway(batch)
    }
    later()
  }

  /** Scores a batch. True when the engine is away: it would refuse all the others too. */
  async function isAway(batch: Batch): Promise<boolean> {
    const { projectId, accounts } = batch
    try {
      await score(projectId, accounts)
      return false
    } catch (error) {
      log.warn(
        { projectId, accounts: accounts.length, reason: String(error) },
        'scoring: accounts were not scored',
      )
      const away = error instanceof EngineUnavailable
      again(batch, away ? 0 : 1) // an engine that is away has refused nobody
      return away
    }
  }

  function again({ projectId, accounts, tries }: Batch, more: number): void {
    for (const account of accounts) {
      const tried = (tries.get(account) ?? 0) + more
      if (tried < MAX_TRIES) wait(projectId, account, tried)
    }
  }

  function later(): void {
    if (closed || waiting.size === 0) return
    const nowMs = performance.now()
    if (!timer) firstAt = nowMs
    clearTimeout(timer)
    const delayMs = Math.max(0, Math.min(DELAY_MS, firstAt + MAX_DELAY_MS - nowMs))
    timer = setTimeout(() => {
      running = running.then(flush)
    }, delayMs)
    timer.unref()
  }

  function wait(projectId: string, account: string, tried: number): void {
    const own = waiting.get(projectId) ?? new Map<string, number>()
    own.set(account, Math.max(tried, own.get(account) ?? 0))
    waiting.set(projectId, own)
  }

  return {
    add(projectId, accounts) {
      for (const account of accounts) if (account !== '') wait(projectId, account, 0)
      later()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}

/** The accounts in their order, in lists that a query can hold. */
function lists(accounts: Iterable<string>): string[][] {
  const all: string[][] = []
  let room = 0
  for (const account of accounts) {
    const bytes = Buffer.byteLength(sql`${account}, `.text)
    if (all.length === 0 || bytes > room) {
      all.push([])
      room = LIST_BYTES
    }
    all.at(-1)?.push(account)
    room -= bytes
  }
  return all
}
