/**
 * Remembers what `load` found for `ttlMs`. What was not found is asked for each time, so that something made by another
 * process is there at once. Holds at most `max` entries. `onMiss` is called before `load`, and refuses by throwing: then what
 * was found before is given, however old it is.
 */
export function createCache<Value>(
  { ttlMs, max = 1000, now }: { ttlMs: number; max?: number; now: () => number },
  load: (key: string) => Promise<Value | undefined>,
): { get(key: string, onMiss?: () => void): Promise<Value | undefined>; forget(key: string): void } {
  const entries = new Map<string, { value: Value; until: number }>()
  return {
    async get(key, onMiss) {
      const known = entries.get(key)
      if (known && known.until > now()) return known.value
      try {
        onMiss?.()
      } catch (refusal) {
        if (known) return known.value
        throw refusal
      }
      const value = await load(key)
      entries.delete(key)
      if (value === undefined) return undefined
      if (entries.size >= max) entries.clear()
      entries.set(key, { value, until: now() + ttlMs })
      return value
    },
    forget: (key) => void entries.delete(key),
  }
}
