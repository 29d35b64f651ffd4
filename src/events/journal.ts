import type { KeyValueStorage } from '../platform/storage'
import { type Chunk, decodeChunk, type Entry, encodeChunk, toChunks } from './chunk'

const PREFIX = 'q.'
const DROPPED = '.dropped'

/** Entries as they stand in the storage, under `q.TAB.COUNT` (once `q.TAB.ID`, by the first of them): keys sort by time. */
export interface Journal {
  /** Remembers an entry for the next `write`. */
  note(entry: Entry): void
  /** Writes what is new under keys of this tab; what the storage refuses is tried again next time. */
  write(tab: string): void
  /** Takes entries out. */
  erase(entries: readonly Entry[]): void
  /** The entries of a tab, and how many it had lost. Damaged ones are left out. */
  read(tab: string): { entries: Entry[]; dropped: number }
  writeDropped(tab: string, events: number): void
  /** Tabs that have left something. */
  tabs(): Set<string>
  /** Other tabs may take entries out from now on: none that they have taken is written again. */
  share(): void
  /** Forgets everything, also what other tabs have written. */
  wipe(): void
  /** Lets go of what is written; returns what is not. */
  forget(): Entry[]
}

export function createJournal(storage: KeyValueStorage): Journal {
  const unwritten = new Set<Entry>()
  let isShared = false

  const readChunk = (key: string): Chunk => decodeChunk(key, storage.readText(key) ?? '')
  const keep = (chunk: Chunk): void => {
    for (const entry of chunk.entries) {
      entry.chunk = chunk
      unwritten.delete(entry)
    }
  }
  /** Takes out of a chunk what is no longer in it, and what another tab has taken. */
  function shrink(chunk: Chunk): void {
    const stored = isShared && new Set(readChunk(chunk.key).entries.map(({ id }) => id))
    chunk.entries = chunk.entries.filter(
      (entry) => entry.chunk === chunk && (!stored || stored.has(entry.id)),
    )
    if (chunk.entries.length === 0) storage.remove(chunk.key)
    else storage.writeText(chunk.key, encodeChunk(chunk))
  }

  return {
    note(entry) {
      unwritten.add(entry)
    },
    write(tab) {
      for (const chunk of toChunks(unwritten, PREFIX + tab)) {
        if (!storage.writeText(chunk.key, encodeChunk(chunk))) return
        keep(chunk)
      }
    },
    erase(entries) {
      const changed = new Set<Chunk>()
      for (const entry of entries) {
        unwritten.delete(entry)
        if (entry.chunk) changed.add(entry.chunk)
        entry.chunk = undefined
      }
      for (const chunk of changed) shrink(chunk)
    },
    read(tab) {
      const keys = storage.keys(`${PREFIX}${tab}.`).filter((key) => !key.endsWith(DROPPED))
      const chunks = keys.sort().map(readChunk)
      for (const chunk of chunks) {
        if (chunk.entries.length > 0) keep(chunk)
        else storage.remove(chunk.key)
      }
      const key = PREFIX + tab + DROPPED
      const dropped = Number(storage.readText(key)) || 0
      storage.remove(key)
      return { entries: chunks.flatMap(({ entries }) => entries), dropped }
    },
    writeDropped(tab, events) {
      const key = PREFIX + tab + DROPPED
      if (events > 0) storage.writeText(key, String(events))
      else storage.remove(key)
    },
    tabs: () => new Set(storage.keys(PREFIX).map(tabOf)),
    wipe() {
      unwritten.clear()
      for (const key of storage.keys(PREFIX)) storage.remove(key)
    },
    share() {
      isShared = true
    },
    forget() {
      isShared = false
      return [...unwritten]
    },
  }
}

const tabOf = (key: string): string => key.split('.')[1] ?? ''
