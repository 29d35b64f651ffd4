import type { HoldLock } from '../platform/lock'
import type { KeyValueStorage } from '../platform/storage'
import { utf8 } from '../platform/utf8'
import { type Entry, withContext } from './chunk'
import { createJournal } from './journal'
import { createPool, type Pool } from './pool'

/** Entries that leave together, as one request carries them. */
export interface QueuedBatch {
  readonly ids: readonly string[]
  readonly messages: readonly string[]
  readonly context: string
  /** Events lost before this batch, which its context reports. */
  readonly dropped: number
}

export interface QueueOptions {
  storage: KeyValueStorage
  hold: HoldLock
  /** Begins the names of the locks: the project, so that two on one origin don't meet. */
  name: string
  /** Makes an id for this tab, without dots. */
  createId: () => string
}

export interface Queue {
  /** Entries that wait, without those on their way. */
  readonly waiting: number
  readonly waitingChars: number
  /** Takes entries and writes them down: a write costs what is new, whatever is there. */
  add(entries: readonly Entry[]): void
  /**
   * The oldest that wait, marked as on their way: together up to `maxSize`, or one alone that is larger, but never than
   * `mostBytes`. Sizes are in characters; with `mostBytes` in bytes as UTF-8, which takes longer to tell.
   */
  take(maxEvents: number, maxSize: number, mostBytes?: number): QueuedBatch | undefined
  /** The batch was answered: all but `kept` leave the queue, and those wait again. */
  settle(batch: QueuedBatch, kept: ReadonlySet<string>): void
  countDropped(events: number): void
  /** `heard` runs after entries were written down. */
  onWritten(heard: () => void): void
  /** Takes over, now or when they die, the queues that other tabs have left. */
  adopt(): void
  /** The page is left: what is written is given up to whichever tab comes next. */
  suspend(): void
  /** The page is back: what it gave up is adopted again, unless another tab has it. */
  resume(): void
  /** Forgets every event, also what other tabs have left. */
  clear(): void
}

/**
 * A queue that outlives the page. Each tab writes under keys of its own, guarded by a lock for the life of the tab;
 * whoever gets the lock of a dead tab delivers what it left. An entry stays until it is answered.
 */
export function createQueue({ storage, hold, name, createId }: QueueOptions): Queue {
  const journal = createJournal(storage)
  const flying = new Set<Entry>()
  /** By tab: gives up its lock, or the waiting for it. */
  const locks = new Map<string, () => void>()
  /** Dead tabs whose entries are in `adopted`. */
  const inherited = new Set<string>()
  let tab = ''
  let dropped = 0
  /** Of those, how many a batch on its way reports. */
  let reporting = 0
  let waiting = 0
  let waitingChars = 0
  let heard = (): void => {}
  let own = createPool()
  let adopted = createPool()

  const find = (id: string): Entry | undefined => own.get(id) ?? adopted.get(id)
  const count = ({ json }: Entry, sign: 1 | -1): void => {
    waiting += sign
    waitingChars += sign * json.length
  }
  const lock = (id: string, granted: () => void): void => {
    locks.set(id, hold(`${name}.${id}`, granted))
  }
  const unlock = (id: string): void => {
    locks.get(id)?.()
    locks.delete(id)
  }
  function open(): void {
    tab = createId()
    lock(tab, () => {})
  }
  function remove(entries: readonly Entry[]): void {
    for (const entry of entries) {
      own.delete(entry)
      adopted.delete(entry)
    }
    journal.erase(entries)
    if (adopted.size > 0) return
    for (const id of inherited) unlock(id)
    inherited.clear()
  }
  /** False where it is here already: what several tabs notice has one id, and is told by each of them. */
  function admit(pool: Pool, entry: Entry): boolean {
    if (find(entry.id)) return false
    pool.add(entry)
    count(entry, 1)
    return true
  }
  function trim(pool: Pool): void {
    const gone: Entry[] = []
    for (let entry = pool.overflow(flying); entry; entry = pool.overflow(flying)) {
      pool.delete(entry)
      count(entry, -1)
      gone.push(entry)
    }
    if (gone.length === 0) return
    remove(gone)
    countDropped(gone.length)
  }
  function countDropped(events: number): void {
    dropped += events
    journal.writeDropped(tab, dropped)
  }
  function inherit(id: string): void {
    const left = journal.read(id)
    inherited.add(id)
    journal.erase(left.entries.filter((entry) => !admit(adopted, entry)))
    if (left.dropped > 0) countDropped(left.dropped)
    trim(adopted)
    remove([])
    heard()
  }
  function adopt(): void {
    for (const id of journal.tabs()) if (!locks.has(id)) lock(id, () => inherit(id))
  }
  function empty(): void {
    own = createPool()
    adopted = createPool()
    flying.clear()
    waiting = waitingChars = dropped = reporting = 0
  }
  function* all(): Iterable<Entry> {
    yield* adopted.entries()
    yield* own.entries()
  }
  function choose(maxEvents: number, maxSize: number, mostBytes?: number): Entry[] {
    const chosen: Entry[] = []
    let size = 0
    for (const entry of all()) {
      if (flying.has(entry)) continue
      const message = messageOf(entry, chosen[0])
      size += (mostBytes === undefined ? message : utf8(message)).length
      if (chosen.length === maxEvents || size > (chosen.length > 0 ? maxSize : (mostBytes ?? size))) break
      chosen.push(entry)
    }
    return chosen
  }

  open()
  return {
    get waiting() {
      return waiting
    },
    get waitingChars() {
      return waitingChars
    },
    add(entries) {
      for (const entry of entries) if (admit(own, entry)) journal.note(entry)
      trim(own)
      journal.write(tab)
      heard()
    },
    take(maxEvents, maxSize, mostBytes) {
      const entries = choose(maxEvents, maxSize, mostBytes)
      const [first] = entries
      if (!first) return undefined
      for (const entry of entries) {
        flying.add(entry)
        count(entry, -1)
      }
      const reported = dropped - reporting
      reporting = dropped
      return {
        ids: entries.map(({ id }) => id),
        messages: entries.map((entry) => messageOf(entry, first)),
        context: reported > 0 ? withDropped(first.context, reported) : first.context,
        dropped: reported,
      }
    },
    settle({ ids, dropped: reported }, kept) {
      const entries = ids.flatMap((id) => find(id) ?? [])
      for (const entry of entries) {
        // One that waits again, after the page has come back, may be answered late.
        if (flying.delete(entry)) count(entry, 1)
        if (!kept.has(entry.id)) count(entry, -1)
      }
      remove(entries.filter(({ id }) => !kept.has(id)))
      // None where all was forgotten since, or the page has come back and read it anew.
      const told = Math.min(reported, reporting)
      reporting -= told
      if (told > 0 && kept.size < ids.length) countDropped(-told)
    },
    countDropped,
    onWritten(next) {
      heard = next
    },
    adopt,
    suspend() {
      journal.share()
      for (const id of [...locks.keys()]) unlock(id)
      inherited.clear()
    },
    resume() {
      const kept = journal.forget()
      empty()
      for (const entry of kept) admit(own, entry)
      open()
      adopt()
    },
    clear() {
      empty()
      journal.wipe()
      remove([])
    },
  }
}

/** What a batch says of an entry, and of its context where that is not the one of the `first`. */
const messageOf = (entry: Entry, first: Entry | undefined): string =>
  entry.context === first?.context ? entry.json : withContext(entry)

/** The context with the count of lost events in it. */
function withDropped(context: string, dropped: number): string {
  const parsed = JSON.parse(context) as { handrail?: object }
  return JSON.stringify({ ...parsed, handrail: { ...parsed.handrail, dropped } })
}
