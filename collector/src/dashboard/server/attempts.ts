export interface Attempts {
  /** Seconds until the next try is allowed; 0 when it is allowed now. */
  waitSeconds(keys: readonly string[]): number
  /** Counts one failure against every key. */
  fail(keys: readonly string[]): void
  /** A success clears what was counted. */
  clear(keys: readonly string[]): void
}

interface AttemptsOptions {
  /** Failures allowed per key within the window. */
  limit: number
  windowMs: number
  now: () => number
  /** Keys remembered at most, so that an attacker with many addresses cannot fill the memory. */
  maxKeys?: number
}

/** Counts failed logins by address and by name. Successful ones cost nothing, so an office behind one address can work. */
export function createAttempts({ limit, windowMs, now, maxKeys = 10_000 }: AttemptsOptions): Attempts {
  const windows = new Map<string, { endsAt: number; failures: number }>()
  const current = (key: string) => {
    const window = windows.get(key)
    return window && window.endsAt > now() ? window : undefined
  }
  const blockedMs = (key: string) => {
    const window = current(key)
    return window && window.failures >= limit ? window.endsAt - now() : 0
  }
  const count = (key: string) => {
    const window = current(key) ?? { endsAt: now() + windowMs, failures: 0 }
    window.failures += 1
    windows.delete(key)
    windows.set(key, window)
    if (windows.size > maxKeys) windows.delete(windows.keys().next().value ?? key)
  }
  return {
    waitSeconds: (keys) => Math.ceil(Math.max(0, ...keys.map(blockedMs)) / 1000),
    fail: (keys) => {
      for (const key of keys) count(key)
    },
    clear: (keys) => {
      for (const key of keys) windows.delete(key)
    },
  }
}
