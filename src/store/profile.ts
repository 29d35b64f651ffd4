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
  /** Another tab wrote. */
  changed(): void
}

export interface Profile {
  history(): History
  update(change: (history: History) => History): void
  progress(key: string): unknown
  /** `undefined` forgets it. */
  setProgress(key: string, state: unknown): void
  /** Goes on as this user; what the anonymous user did so far is taken along unless the user is known here already. */
  become(owner: string, from?: string): void
  flush(): void
  destroy(): void
}

/** History and progress of whoever uses this browser, kept in its storage and shared by its tabs. */
export function createProfile({ storage, owner, rules, changed }: ProfileOptions): Profile {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stored = read(owner) ?? nothing()
  let stopListening = listenTo(owner)

  // What is in storage was written by `flush`; anything damaged comes back as undefined.
  function read(of: string): Stored | undefined {
    return storage.get(keyOf(of)) as Stored | undefined
  }
  function change(next: Partial<Stored>): void {
    stored = { ...stored, ...next }
    timer ??= setTimeout(flush, WRITE_AFTER_MS)
  }
  function merged(theirs: Stored | undefined): History {
    return theirs ? mergeHistory(theirs.history, stored.history, rules) : stored.history
  }
  function flush(): void {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    storage.set(keyOf(owner), { ...stored, history: merged(read(owner)) })
  }
  function listenTo(of: string): () => void {
    return storage.onChange(keyOf(of), () => {
      const theirs = read(of)
      if (!theirs) return
      stored = { history: merged(theirs), progress: timer === undefined ? theirs.progress : stored.progress }
      changed()
    })
  }

  return {
    history: () => stored.history,
    update(next) {
      change({ history: next(stored.history) })
    },
    progress: (key) => stored.progress[key],
    setProgress(key, state) {
      const { [key]: _, ...rest } = stored.progress
      change({ progress: state === undefined ? rest : { ...rest, [key]: state } })
    },
    become(next, from) {
      flush()
      const known = read(next)
      if (known || owner !== from) stored = known ?? nothing()
      if (from) storage.remove(keyOf(from))
      owner = next
      stopListening()
      stopListening = listenTo(owner)
      if (!known) change({})
    },
    flush,
    destroy() {
      flush()
      stopListening()
    },
  }
}

const keyOf = (owner: string): string => `profile.${owner}`
const nothing = (): Stored => ({ history: emptyHistory(), progress: {} })
