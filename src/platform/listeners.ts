import { attempt } from './attempt'
import type { Report } from './report'

export interface Listeners<Args extends unknown[]> {
  /** Returns its cleanup. */
  on(listener: (...args: Args) => void): () => void
  emit(...args: Args): void
  clear(): void
}

/** Listeners of which one that throws costs the others nothing. `name` is what they listen to. */
export function createListeners<Args extends unknown[]>(name: string, report: Report): Listeners<Args> {
  const listeners = new Set<(...args: Args) => void>()
  return {
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit(...args) {
      for (const listener of listeners) {
        try {
          listener(...args)
        } catch (error) {
          report(`a listener of "${name}" threw ${reasonOf(error)}`)
        }
      }
    },
    clear: () => listeners.clear(),
  }
}

/** What was thrown, in words. It may be anything, also what has none. */
export const reasonOf = (error: unknown): string | undefined =>
  attempt(() => String((error as Error | undefined)?.message ?? error))
