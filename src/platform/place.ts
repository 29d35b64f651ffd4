import { listen, onPageHide } from './visibility'

/** The one place for an interruption among all tabs of a browser. */
export interface Place {
  /** Whether this tab has it now. Resolves at once; does not wait for another tab. */
  claim(): Promise<boolean>
  release(): void
  /** Runs once, when another tab has freed it. Returns the cleanup. */
  onFreed(run: () => void): () => void
  destroy(): void
}

/**
 * Held as a Web Lock, so that a tab that dies frees it. Released while the page rests in the back/forward cache,
 * which a lock would cost it. Without Web Locks every tab is alone.
 */
export function createPlace(name: string): Place {
  // The types promise `locks`, browsers only in secure contexts.
  const locks = navigator.locks as LockManager | undefined
  let letGo: (() => void) | undefined

  function claim(): Promise<boolean> {
    if (!locks || letGo) return Promise.resolve(true)
    return new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null)
        if (!lock) return undefined
        return new Promise((done) => {
          letGo = done
        })
      }
      locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(true))
    })
  }
  function release(): void {
    letGo?.()
    letGo = undefined
  }
  const stopHide = onPageHide(release)

  return {
    claim,
    release,
    onFreed(run) {
      if (!locks) return () => {}
      const waiting = new AbortController()
      // Granted means free: it is given back at once, and claimed by whoever then has something to show.
      locks.request(name, { signal: waiting.signal }, () => queueMicrotask(run)).catch(() => {})
      const stop = listen(window, 'pagehide', () => waiting.abort())
      return () => {
        stop()
        waiting.abort()
      }
    },
    destroy() {
      stopHide()
      release()
    },
  }
}
