import type { HandrailEvents } from '../handrail'

type Name = keyof HandrailEvents

export interface Listeners {
  /** Returns its cleanup. */
  on<N extends Name>(name: N, listener: (event: HandrailEvents[N]) => void): () => void
  emit<N extends Name>(name: N, event: HandrailEvents[N]): void
  clear(): void
}

/** The host's listeners; one that throws costs the others nothing. */
export function createListeners(report: (problem: string) => void): Listeners {
  const listeners: { [N in Name]: Set<(event: HandrailEvents[N]) => void> } = {
    event: new Set(),
    guide: new Set(),
  }
  return {
    on(name, listener) {
      if (!Object.hasOwn(listeners, name)) {
        report(`on("${name}"): expected "event" or "guide"`)
        return () => {}
      }
      listeners[name].add(listener)
      return () => listeners[name].delete(listener)
    },
    emit(name, event) {
      for (const listener of listeners[name]) {
        try {
          listener(event)
        } catch (error) {
          report(`a listener of "${name}" threw ${error instanceof Error ? error.message : String(error)}`)
        }
      }
    },
    clear() {
      for (const set of Object.values(listeners)) set.clear()
    },
  }
}
