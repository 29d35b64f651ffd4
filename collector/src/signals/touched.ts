import type { Logger } from 'pino'

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
  let running: Promise<void> = Promise.resolve()

  async function flush(): Promise<void> {
    timer = undefined
    const batches = [...waiting]
    waiting.clear()
    for (const [projectId, accounts] of batches) {
      // The next event of the account, or the change of the day, tries again.
      await score(projectId, [...accounts]).catch((error: unknown) => {
        log.error({ projectId, reason: String(error) }, 'scoring: accounts were not scored')
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

  return {
    add(projectId, accounts) {
      const set = waiting.get(projectId) ?? new Set()
      for (const account of accounts) if (account !== '') set.add(account)
      if (set.size === 0) return
      waiting.set(projectId, set)
      later()
    },
    async close() {
      clearTimeout(timer)
      await running
    },
  }
}
