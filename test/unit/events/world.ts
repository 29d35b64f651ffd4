import type { Entry } from '../../../src/events/chunk'
import { createQueue, type Queue } from '../../../src/events/queue'
import type { HoldLock } from '../../../src/platform/lock'
import type { KeyValueStorage } from '../../../src/platform/storage'

/** A browser with nothing but storage and locks, in which tabs open and die. */
export interface World {
  texts: Map<string, string>
  /** Storage refuses to keep more than this many characters in all. */
  quotaChars: number
  openTab(): Tab
}

export interface Tab {
  queue: Queue
  storage: KeyValueStorage
  /** The renderer is killed: its locks are free, and nothing of it runs any more. */
  crash(): void
}

export function createWorld(): World {
  const texts = new Map<string, string>()
  const locks = createLocks()
  let tabs = 0
  const world: World = {
    texts,
    quotaChars: Number.POSITIVE_INFINITY,
    openTab() {
      const { hold, releaseAll } = locks.forTab()
      const storage = createSharedStorage(world)
      const queue = createQueue({ storage, hold, name: 'test', createId: () => `tab${tabs++}` })
      return { queue, storage, crash: releaseAll }
    },
  }
  return world
}

/** Grants a lock to whoever has waited longest, in a microtask, as browsers do. */
function createLocks() {
  const waiting = new Map<string, { granted: () => void }[]>()
  const grant = (name: string): void => {
    const first = waiting.get(name)?.[0]
    if (first) queueMicrotask(() => waiting.get(name)?.[0] === first && first.granted())
  }
  return {
    forTab() {
      const held = new Set<() => void>()
      const hold: HoldLock = (name, granted) => {
        const request = { granted }
        const line = waiting.get(name) ?? []
        waiting.set(name, [...line, request])
        if (line.length === 0) grant(name)
        const release = (): void => {
          const before = waiting.get(name) ?? []
          waiting.set(
            name,
            before.filter((other) => other !== request),
          )
          if (before[0] === request) grant(name)
          held.delete(release)
        }
        held.add(release)
        return release
      }
      const releaseAll = (): void => {
        for (const release of [...held]) release()
      }
      return { hold, releaseAll }
    },
  }
}

function createSharedStorage(world: World): KeyValueStorage {
  const { texts } = world
  const size = (): number => [...texts.values()].reduce((sum, text) => sum + text.length, 0)
  const writeText = (key: string, text: string): boolean => {
    if (size() - (texts.get(key)?.length ?? 0) + text.length > world.quotaChars) return false
    texts.set(key, text)
    return true
  }
  return {
    get: (key) => JSON.parse(texts.get(key) ?? 'null') ?? undefined,
    set: (key, value) => void writeText(key, JSON.stringify(value)),
    readText: (key) => texts.get(key),
    writeText,
    remove: (key) => void texts.delete(key),
    keys: (start) => [...texts.keys()].filter((key) => key.startsWith(start)),
    onChange: () => () => {},
    allow: () => {},
  }
}

/** An entry as the encoder makes it. */
export const entry = (
  id: string,
  { product = true, context = '{"page":1}', size = 0, text = 'x' } = {},
): Entry => ({
  id,
  json: JSON.stringify({ messageId: id, type: 'track', event: text.repeat(size) }),
  context,
  product,
})

/** Lets microtasks run until locks are granted and queues have heard of it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

export const EVERYTHING = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const
