import type { History } from '../core/context'
import type { WhereRule } from '../core/events'
import { emptyHistory } from '../core/history'
import { mergeHistory } from '../core/merge-history'
import type { KeyValueStorage } from '../platform/storage'

/** A burst of events costs one write. */
const WRITE_AFTER_MS = 250

/** What one browser knows of one user. Plain JSON. */
interface Stored {
  history: History
  /** State of guides under way, by `kind.id`. */
  progress: Record<string, unknown>
}

export interface ProfileOptions {
  storage: Pick<KeyValueStorage, 'get' | 'set' | 'remove' | 'onChange'>
  /** Id of the user, or of the anonymous one. */
  owner: string
  /** What the config asks about events: kept longest. */
  rules: readonly WhereRule[]
  /** Another tab wrote, or may have: runs also whenever this one comes back to the front. */
  changed(): void
}

export interface Profile {
  history(): History
  update(change: (history: History) => History): void
  /** Adds what is known from elsewhere. */
  merge(history: Omit<History, 'interruptions'>): void
  progress(key: string): unknown
  /** `undefined` forgets it. */
  setProgress(key: string, state: unknown): void
  /**
   * Goes on as this user, who takes along what was done so far under `from`, the anonymous id before the name was known.
   * Returns whether what was under way before belongs to somebody else now.
   */
  become(owner: string, from?: string): boolean
  /** Writes down what is new here. */
  flush(): void
  /** Takes in what other tabs have written. */
  refresh(): void
  destroy(): void
}

/** History and progress of whoever uses this browser, kept in its storage and shared by its tabs. */
export function createProfile({ storage, owner, rules, changed }: ProfileOptions): Profile {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stored = read(owner) ?? nothing()
  /** Progress made in this tab since it was last written: all that this tab knows better than the others. */
  let unsaved: Stored['progress'] = {}
  let stopListening = listenTo(owner)

  // What is in storage was written by `flush`; anything damaged comes back as undefined.
  function read(of: string): Stored | undefined {
    return storage.get(keyOf(of)) as Stored | undefined
  }
  function change(next: Partial<Stored>): void {
    stored = { ...stored, ...next }
    timer ??= setTimeout(flush, WRITE_AFTER_MS)
  }
  /** The progress of `ours` stands above that of `theirs`. */
  const merged = (theirs: Stored, ours: Stored): Stored => ({
    history: mergeHistory(theirs.history, ours.history, rules),
    progress: { ...theirs.progress, ...ours.progress },
  })
  function refresh(): void {
    const theirs = read(owner)
    if (theirs) stored = merged(theirs, { ...stored, progress: unsaved })
  }
  function flush(): void {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    refresh()
    unsaved = {}
    storage.set(keyOf(owner), stored)
  }
  function listenTo(of: string): () => void {
    return storage.onChange(keyOf(of), () => {
      refresh()
      changed()
    })
  }

  return {
    history: () => stored.history,
    update(next) {
      change({ history: next(stored.history) })
    },
    merge(theirs) {
      change(merged({ history: { ...theirs, interruptions: [] }, progress: {} }, stored))
    },
    progress: (key) => stored.progress[key],
    setProgress(key, state) {
      // JSON leaves out what is undefined: that is how it is forgotten in storage, too.
      unsaved[key] = state
      stored.progress[key] = state
      change({})
    },
    become(next, from) {
      flush()
      const known = read(next)
      const brought = owner === from ? stored : undefined
      stored = known ?? nothing()
      if (from && brought) {
        storage.remove(keyOf(from))
        // What is known of the user already stands above what the anonymous one began.
        change(merged(brought, stored))
        unsaved = stored.progress
      }
      owner = next
      stopListening()
      stopListening = listenTo(owner)
      return known !== undefined || brought === undefined
    },
    refresh,
    flush,
    destroy() {
      flush()
      stopListening()
    },
  }
}

const keyOf = (owner: string): string => `profile.${owner}`
const nothing = (): Stored => ({ history: emptyHistory(), progress: {} })
