import type { Area } from './area'
import { attempt } from './attempt'
import { listen } from './visibility'

/** Small state of one project in this browser. No method throws, whatever the browser refuses. */
export interface KeyValueStorage {
  /** The JSON value, or undefined where there is none or it is damaged. */
  get(key: string): unknown
  /** Kept in memory for the life of the page where the browser refuses it. `undefined` removes. */
  set(key: string, value: unknown): void
  /** Text as written by `writeText`. */
  readText(key: string): string | undefined
  /** False where it could not be kept (blocked, full, no consent): the caller still has it. */
  writeText(key: string, text: string): boolean
  remove(key: string): void
  /** Keys that begin with `start`. */
  keys(start: string): string[]
  /** Another tab changed this key; or it may have, unheard: of another subdomain nobody hears. Returns the cleanup. */
  onChange(key: string, listener: () => void): () => void
  /** False moves everything into memory and leaves nothing in the browser but `consent`; true moves it back. */
  allow(allowed: boolean): void
}

const ALWAYS_KEPT = 'consent'

/** Without an area everything is kept in memory. */
export function createStorage(writeKey: string, area: Area | undefined): KeyValueStorage {
  const prefix = `handrail.${writeKey}.`
  const memory = new Map<string, string>()
  let allowed = true

  const keys = (start: string): string[] => {
    const kept = (attempt(() => area?.keys()) ?? [])
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
    return [...new Set([...memory.keys(), ...kept])].filter((key) => key.startsWith(start))
  }
  const readText = (key: string): string | undefined =>
    memory.get(key) ?? attempt(() => area?.getItem(prefix + key)) ?? undefined
  const remove = (key: string): void => {
    memory.delete(key)
    attempt(() => area?.removeItem(prefix + key))
  }
  const writeText = (key: string, text: string): boolean =>
    attempt(() => {
      if (!area || !(allowed || key === ALWAYS_KEPT)) return false
      area.setItem(prefix + key, text)
      memory.delete(key)
      return true
    }) ?? false
  const setText = (key: string, text: string): void => {
    if (writeText(key, text)) return
    remove(key) // an older value must not come back
    memory.set(key, text)
  }

  return {
    get(key) {
      const text = readText(key)
      return text === undefined ? undefined : attempt(() => JSON.parse(text) as unknown)
    },
    set(key, value) {
      if (value === undefined) remove(key)
      else setText(key, JSON.stringify(value))
    },
    readText,
    writeText,
    remove,
    keys,
    onChange(key, listener) {
      return listen(window, 'storage focus visibilitychange pageshow', (event) => {
        // None where the other tab called clear(), or it is no storage event.
        const { key: changed } = event as Partial<StorageEvent>
        if (!changed || changed === prefix + key) listener()
      })
    },
    allow(next) {
      if (next === allowed) return
      const all = keys('').map((key) => [key, readText(key)] as const)
      allowed = next
      for (const [key, text] of all) if (text !== undefined) setText(key, text)
    },
  }
}
