const FIRST_MS = 1000
const MOST_MS = 5 * 60_000
const LONGEST_FLOOR_MS = 24 * 60 * 60_000

/**
 * Time to wait before the next attempt, in ms: a random part of 1 s, 2 s, 4 s … 5 min ("full jitter"), so that
 * clients that failed together do not come back together. `attempt` counts from 0; `random` gives [0, 1).
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const backoffMs = (attempt: number, random: () => number): number =>
  random() * Math.min(MOST_MS, FIRST_MS * 2 ** attempt)

/**
 * The wait that a `Retry-After` header asks for, in ms, at most a day; 0 without a usable one.
 * Seconds or an HTTP date; `now` in ms since the epoch. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfterMs(header: string | null, now: number): number {
  const seconds = Number(header) // 0 where there is none
  const waitMs = Number.isNaN(seconds) ? Date.parse(header ?? '') - now : seconds * 1000
  return Math.min(Math.max(0, waitMs || 0), LONGEST_FLOOR_MS)
}
