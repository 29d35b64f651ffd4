import { setTimeout as wait } from 'node:timers/promises'

const minRetryMs = 100
const maxRetryMs = 5_000

export interface RetryOptions {
  /** Ends the tries; what was thrown last, or its reason, is thrown. */
  signal: AbortSignal
  onFailure(error: unknown, retryMs: number): void
}

/** Tries until it works, less and less often: an engine that is down and a disk that is full come back. */
export async function retry<T>(attempt: () => Promise<T>, { signal, onFailure }: RetryOptions): Promise<T> {
  for (let retryMs = minRetryMs; ; retryMs = Math.min(retryMs * 2, maxRetryMs)) {
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      onFailure(error, retryMs)
      await wait(retryMs, undefined, { signal })
    }
  }
}
