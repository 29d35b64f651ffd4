import { atom, type ReadableAtom } from 'nanostores'
import type { History } from '../core/context'
import { emptyHistory } from '../core/history'
import { mergeHistory } from '../core/merge-history'

/** What one browser knows of one user. Plain JSON. */
interface Stored {
  history: History
  /** State of guides under way, by `kind.id`. */
  progress: Record<string, unknown>
}

export interface ProfileStorage {
  read(owner: string): Stored | undefined
  write(owner: string, stored: Stored): void
  remove(owner: string): void
  /** Runs once, soon; writing is put off so that a burst of events costs one write. */
  defer(write: () => void): void
}

export interface Profile {
  $history: ReadableAtom<History>
  update(change: (history: History) => History): void
  progress(key: string): unknown
  /** `undefined` forgets it. */
  setProgress(key: string, state: unknown): void
  /** Keys under which there is progress. */
  progressKeys(): string[]
  /** Goes on as this user; what the anonymous user did so far is taken along unless the user is known here already. */
  become(owner: string, from?: string): void
  /** Another tab wrote: both histories are merged. */
  reload(): void
  flush(): void
}

/** History and progress of the current user, kept in storage and shared by the tabs of a browser. */
export function createProfile(storage: ProfileStorage, firstOwner: string): Profile {
  let owner = firstOwner
  let stored = read(owner)
  let dirty = false
  const $history = atom(stored.history)

  function read(of: string): Stored {
    return storage.read(of) ?? { history: emptyHistory(), progress: {} }
  }
  function touch(): void {
    if (!dirty) storage.defer(flush)
    dirty = true
  }
  function flush(): void {
    if (!dirty) return
    dirty = false
    const theirs = storage.read(owner)
    const history = theirs ? mergeHistory(theirs.history, $history.get()) : $history.get()
    storage.write(owner, { history, progress: stored.progress })
  }

  return {
    $history,
    update(change) {
      const next = change($history.get())
      if (next === $history.get()) return
      $history.set(next)
      touch()
    },
    progress: (key) => stored.progress[key],
    progressKeys: () => Object.keys(stored.progress),
    setProgress(key, state) {
      const { [key]: _, ...rest } = stored.progress
      stored = { ...stored, progress: state === undefined ? rest : { ...rest, [key]: state } }
      touch()
    },
    become(next, from) {
      flush()
      const known = storage.read(next)
      if (known || owner !== from) stored = read(next)
      else stored = { history: $history.get(), progress: stored.progress }
      if (from) storage.remove(from)
      owner = next
      $history.set(stored.history)
      if (!known) touch()
    },
    reload() {
      const theirs = storage.read(owner)
      if (!theirs) return
      stored = { history: theirs.history, progress: dirty ? stored.progress : theirs.progress }
      $history.set(mergeHistory(theirs.history, $history.get()))
    },
    flush,
  }
}
