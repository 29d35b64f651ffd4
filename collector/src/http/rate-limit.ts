import { HttpError } from './http-error'

/** Counts whatever it was made for; a request may take several at once, as many as it carries events. */
export interface RateLimit {
  /** Throws a 429 that says when to come back; otherwise takes `count` from the allowance of `key`. */
  take(key: string, count: number): void
}

/** What may come at once after a quiet time, in seconds of the average. */
const burstSeconds = 10
const maxKeys = 10_000

/**
 * A token bucket by key. Debt is allowed once, so that a batch larger than what is left is not refused for ever. `what` is
 * counted, in the words of the refusal.
 */
export function createRateLimit(perSecond: number, now: () => number, what = 'events'): RateLimit {
  const buckets = new Map<string, { allowance: number; at: number }>()
  const full = perSecond * burstSeconds

  function refill(key: string): { allowance: number; at: number } {
    const at = now()
    const known = buckets.get(key)
    if (known) {
      known.allowance = Math.min(full, known.allowance + ((at - known.at) / 1000) * perSecond)
      known.at = at
      return known
    }
    if (buckets.size >= maxKeys) dropFull(at)
    const fresh = { allowance: full, at }
    buckets.set(key, fresh)
    return fresh
  }

  /** A bucket that is full again says nothing; when none is, the oldest goes. */
  function dropFull(at: number): void {
    for (const [key, bucket] of buckets)
      if (bucket.allowance + ((at - bucket.at) / 1000) * perSecond >= full) buckets.delete(key)
    const oldest = buckets.keys().next()
    if (buckets.size >= maxKeys && !oldest.done) buckets.delete(oldest.value)
  }

  return {
    take(key, count) {
      const bucket = refill(key)
      if (bucket.allowance <= 0) {
        const seconds = Math.max(1, Math.ceil(-bucket.allowance / perSecond))
        throw new HttpError(429, `too_many_${what}`, `At most ${perSecond} ${what} per second`, seconds)
      }
      bucket.allowance -= count
    },
  }
}
