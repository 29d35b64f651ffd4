import { onPageHide } from './visibility'

/** The one place for an interruption in a browser: among the tabs of an origin, and all projects in them. */
export interface Place {
  /** Whether it is ours now. Resolves at once; does not wait for another. */
  claim(): Promise<boolean>
  release(): void
  /** Runs once, when whoever has it has freed it. Returns the cleanup. */
  onFreed(run: () => void): () => void
  destroy(): void
}

const NAME = 'handrail.interruption'

/**
 * Held as a Web Lock, so that a tab that dies frees it. Released while the page rests in the back/forward cache,
 * which a lock would cost it, and so would waiting for one. Without Web Locks everyone is alone.
 */
export function createPlace(): Place {
  // The types promise `locks`, browsers only in secure contexts.
  const locks = navigator.locks as LockManager | undefined
  let isWanted = false
  let asked: Promise<boolean> | undefined
  let letGo: (() => void) | undefined

  const ask = (from: LockManager): Promise<boolean> =>
    new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        // It may have been released before the answer came.
        const isOurs = !!lock && isWanted
        resolve(isOurs)
        if (!isOurs) return undefined
        return new Promise((done) => {
          letGo = done
        })
      }
      from.request(NAME, { ifAvailable: true }, hold).catch(() => resolve(true))
    })
  function release(): void {
    isWanted = false
    letGo?.()
    letGo = undefined
  }
  const stopHide = onPageHide(release)

  return {
    async claim() {
      isWanted = true
      if (!locks || letGo) return true
      asked ??= ask(locks).finally(() => {
        asked = undefined
      })
      return asked
    },
    release,
    onFreed(run) {
      const waiting = new AbortController()
      // Granted means free: it is given back at once, and claimed by whoever then has something to show.
      locks?.request(NAME, { signal: waiting.signal }, () => queueMicrotask(run)).catch(() => {})
      const stop = onPageHide(() => waiting.abort())
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
