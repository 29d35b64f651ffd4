import { listen, onPageHide } from './visibility'

/** The one place for an interruption on this page, and among the tabs of a project in a browser. */
export interface Place {
  /** Whether it is ours now. Resolves at once; does not wait for another. */
  claim(): Promise<boolean>
  release(): void
  /** Runs once, when whoever has it has freed it. Returns the cleanup. */
  onFreed(run: () => void): () => void
  destroy(): void
}

// Instances of other projects on the page have locks of other names, and are as much in the way.
let holder: Place | undefined
const waiting = new Set<() => void>()

/**
 * Held as a Web Lock, so that a tab that dies frees it. Released while the page rests in the back/forward cache,
 * which a lock would cost it. Without Web Locks every tab is alone.
 */
export function createPlace(name: string): Place {
  // The types promise `locks`, browsers only in secure contexts.
  const locks = navigator.locks as LockManager | undefined
  let letGo: (() => void) | undefined
  let asking: Promise<boolean> | undefined

  function claim(): Promise<boolean> {
    if (holder && holder !== place) return Promise.resolve(false)
    holder = place
    if (!locks || letGo) return Promise.resolve(true)
    asking ??= new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        asking = undefined
        // It may have been released before the answer came.
        const isOurs = !!lock && holder === place
        resolve(isOurs)
        if (!isOurs) return leave()
        return new Promise((done) => {
          letGo = done
        })
      }
      locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(true))
    })
    return asking
  }
  function unlock(): void {
    letGo?.()
    letGo = undefined
  }
  function release(): void {
    unlock()
    leave()
  }
  function leave(): undefined {
    if (holder !== place) return
    holder = undefined
    for (const run of waiting) queueMicrotask(run)
    waiting.clear()
  }
  // Nobody else on this page may take it either: their lock would cost the cache as much.
  const stopHide = onPageHide(unlock)

  const place: Place = {
    claim,
    release,
    onFreed(run) {
      if (holder && holder !== place) {
        waiting.add(run)
        return () => void waiting.delete(run)
      }
      if (!locks) return () => {}
      const aborter = new AbortController()
      // Granted means free: it is given back at once, and claimed by whoever then has something to show.
      locks.request(name, { signal: aborter.signal }, () => queueMicrotask(run)).catch(() => {})
      const stop = listen(window, 'pagehide', () => aborter.abort())
      return () => {
        stop()
        aborter.abort()
      }
    },
    destroy() {
      stopHide()
      release()
    },
  }
  return place
}
