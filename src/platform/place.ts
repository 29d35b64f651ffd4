import { isVisible, onPageHide, onVisibility } from './visibility'

/** The one place for an interruption in a browser: among the tabs of an origin, and all projects in them. */
export interface Place {
  /** Whether it is ours now. Waits only for those who have it in reserve. */
  claim(): Promise<boolean>
  /** Has it at hand for the next claim, until another claims it or the page is hidden. */
  reserve(): void
  release(): void
  /** Runs once, when whoever has it has freed it. Returns the cleanup. */
  onFreed(run: () => void): () => void
  destroy(): void
}

const NAME = 'handrail.interruption'
/** In this time whoever has it in reserve has heard that it is needed and gives it up. */
const GIVE_UP_MS = 100

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
  /** Where others call for what is only in reserve. */
  let calls: BroadcastChannel | undefined
  let reserving: Promise<boolean> | undefined

  const take = (from: LockManager, options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        // It may have been released before the answer came.
        const isOurs = !!lock && (isWanted || !!calls)
        resolve(isOurs)
        if (!isOurs) return undefined
        return new Promise((done) => {
          letGo = done
        })
      }
      from.request(NAME, options, hold).catch(() => resolve(!options.signal?.aborted))
    })
  async function ask(from: LockManager): Promise<boolean> {
    // A second request would be refused because of our own.
    if (reserving && (await reserving) && letGo) return true
    if (await take(from, { ifAvailable: true })) return true
    if (!isWanted) return false
    // Refused may mean that it is only in reserve: whoever has it so gives it up when called.
    const call = new BroadcastChannel(NAME)
    call.postMessage('claimed')
    const waiting = waitUntilLeft()
    const timer = setTimeout(waiting.end, GIVE_UP_MS)
    const isOurs = await take(from, { signal: waiting.signal })
    clearTimeout(timer)
    waiting.end()
    call.close()
    return isOurs
  }
  function leave(): void {
    if (isWanted || calls) return
    letGo?.()
    letGo = undefined
  }
  function release(): void {
    isWanted = false
    leave()
  }
  function giveUp(): void {
    calls?.close()
    calls = undefined
    leave()
  }
  const cleanups = [
    onVisibility((visible) => visible || giveUp()),
    onPageHide(() => {
      giveUp()
      release()
    }),
  ]

  return {
    async claim() {
      isWanted = true
      if (!locks || letGo) return true
      asked ??= ask(locks).finally(() => {
        asked = undefined
      })
      return asked
    },
    reserve() {
      if (!locks || calls || asked || letGo || !isVisible()) return
      calls = new BroadcastChannel(NAME)
      calls.onmessage = giveUp
      reserving = take(locks, { ifAvailable: true })
      void reserving.then((isOurs) => isOurs || giveUp())
    },
    release,
    onFreed(run) {
      const { signal, end } = waitUntilLeft()
      // Granted means free: it is given back at once, and claimed by whoever then has something to show.
      locks?.request(NAME, { signal }, () => queueMicrotask(run)).catch(() => {})
      return end
    },
    destroy() {
      for (const cleanup of cleanups) cleanup()
      giveUp()
      release()
    },
  }
}

/** For a request that waits: `signal` ends it when the page is left, or by `end`. */
function waitUntilLeft(): { signal: AbortSignal; end: () => void } {
  const waiting = new AbortController()
  const end = (): void => {
    stop()
    waiting.abort()
  }
  const stop = onPageHide(end)
  return { signal: waiting.signal, end }
}
