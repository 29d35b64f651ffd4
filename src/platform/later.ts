/** A longer timer would fire at once: https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const MAX_TIMER_MS = 2 ** 31 - 1

/** Runs once, so many ms from now, or after 24 days when that is earlier. Returns the cleanup. */
export function later(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.min(delayMs, MAX_TIMER_MS))
  return () => clearTimeout(timer)
}
