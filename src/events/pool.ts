import type { Entry } from './chunk'

const MAX_EVENTS = 1000
const MAX_CHARS = 1_000_000

/** Entries in the order in which they came, with what they add up to. */
export interface Pool {
  readonly size: number
  entries(): Iterable<Entry>
  get(id: string): Entry | undefined
  add(entry: Entry): void
  delete(entry: Entry): void
  /**
   * The entry that must go so that the limits hold: 1,000 product events, as many others (an event of ours never
   * displaces one of the host), 1 MB. The oldest product event where possible. Never one that is `spared`.
   */
  overflow(spared: ReadonlySet<Entry>): Entry | undefined
}

export function createPool(): Pool {
  const entries = new Map<string, Entry>()
  let product = 0
  let others = 0
  let chars = 0
  const count = (entry: Entry, sign: 1 | -1): void => {
    chars += sign * entry.json.length
    if (entry.product) product += sign
    else others += sign
  }
  return {
    get size() {
      return entries.size
    },
    entries: () => entries.values(),
    get: (id) => entries.get(id),
    add(entry) {
      entries.set(entry.id, entry)
      count(entry, 1)
    },
    delete(entry) {
      if (entries.delete(entry.id)) count(entry, -1)
    },
    overflow(spared) {
      const tooMany = product > MAX_EVENTS || others > MAX_EVENTS
      if (!tooMany && chars <= MAX_CHARS) return undefined
      const wanted = others <= MAX_EVENTS
      let oldest: Entry | undefined
      for (const entry of entries.values()) {
        if (spared.has(entry)) continue
        if (entry.product === wanted) return entry
        oldest ??= entry
      }
      return oldest
    },
  }
}
