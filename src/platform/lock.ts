/** Waits for a named lock and keeps it until the returned function is called, which also ends the waiting. */
export type HoldLock = (name: string, granted: () => void) => () => void

/**
 * A Web Lock: at most one tab of this origin holds it, and the browser frees it when the tab dies in any way.
 * Where there are none (plain http, sandboxed frames) everyone is granted the lock at once.
 * https://developer.mozilla.org/docs/Web/API/Web_Locks_API
 */
export const holdLock: HoldLock = (name, granted) => {
  const waiting = new AbortController()
  let release = (): void => waiting.abort()
  const keep = (): Promise<void> =>
    new Promise((resolve) => {
      release = resolve
      granted()
    })
  const grantAnyway = (): void => {
    if (!waiting.signal.aborted) granted()
  }
  // The types promise `locks`, browsers only in secure contexts.
  const locks = navigator.locks as LockManager | undefined
  if (locks) locks.request(name, { signal: waiting.signal }, keep).catch(grantAnyway)
  else queueMicrotask(grantAnyway)
  return () => release()
}
