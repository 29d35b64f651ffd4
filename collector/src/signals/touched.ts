import type { Logger } from 'pino'
import { EngineUnavailable } from '../services'

/** Events come in bursts: an account is scored once for all of them. */
const DELAY_MS = 1_000

/** The longest wait while events keep coming. */
const MAX_DELAY_MS = 5_000

/** Collects accounts with new events and hands them on in one go. No timer runs while nothing happens. */
export function createTouched(
  score: (projectId: string, accounts: readonly string[]) => Promise<void>,
  log: Logger,
): { add(projectId: string, accounts: Iterable<string>): void; close(): Promise<void> } {
  const waiting = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | undefined
  let firstAt = 0
  let closed = false
  let running: Promise<void> = Promise.resolve()

  async function flush(): Promise<void> {
    timer = undefined
    const batches = [...waiting]
    waiting.clear()
    for (const [projectId, accounts] of batches) {
      await score(projectId, [...accounts]).catch((error: unknown) => {
        log.warn({ projectId, reason: String(error) }, 'scoring: accounts were not scored')
        if (error instanceof EngineUnavailable) add(projectId, accounts)
      })
    }
  }

  function later(): void {
    const nowMs = performance.now()
    if (!timer) firstAt = nowMs
    clearTimeout(timer)
    const delayMs = Math.max(0, Math.min(DELAY_MS, firstAt + MAX_DELAY_MS - nowMs))
    timer = setTimeout(() => {
      running = running.then(flush)
    }, delayMs)
    timer.unref()
  }

  function add(projectId: string, accounts: Iterable<string>): void {
    const set = waiting.get(projectId) ?? new Set()
    for (const account of accounts) if (account !== '') set.add(account)
    if (set.size === 0 || closed) return
    waiting.set(projectId, set)
    later()
  }

  return {
    add,
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
