import type { HandrailEvents } from '../handrail'
import type { Report } from '../platform/report'

type Name = keyof HandrailEvents
type Subscribe<N extends Name> = (listener: (event: HandrailEvents[N]) => void) => () => void

/** The host's `on`. What nobody listens to costs nothing: sources are only asked when the host does. */
export const createOn =
  (sources: { readonly [N in Name]: Subscribe<N> }, report: Report) =>
  <N extends Name>(name: N, listener: (event: HandrailEvents[N]) => void): (() => void) => {
    if (Object.hasOwn(sources, name)) return sources[name](listener)
    report(`on("${name}"): expected "event" or "guide"`)
    return () => {}
  }

export interface Listeners<Event> {
  /** Returns its cleanup. */
  on(listener: (event: Event) => void): () => void
  emit(event: Event): void
  clear(): void
}

/** The host's listeners; one that throws costs the others nothing. */
export function createListeners<Event>(name: Name, report: Report): Listeners<Event> {
  const listeners = new Set<(event: Event) => void>()
  return {
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          report(`a listener of "${name}" threw ${error instanceof Error ? error.message : String(error)}`)
        }
      }
    },
    clear: () => listeners.clear(),
  }
}
