import type { Live, LiveEvent } from './services'

const kept = 100

/** Remembers the last events of each project, in memory. */
export function createLive(): Live {
  const projects = new Map<string, { recent: LiveEvent[]; listeners: Set<(event: LiveEvent) => void> }>()

  function of(projectId: string) {
    const known = projects.get(projectId)
    if (known) return known
    const fresh = { recent: [], listeners: new Set<(event: LiveEvent) => void>() }
    projects.set(projectId, fresh)
    return fresh
  }

  return {
    publish(projectId, event) {
      const { recent, listeners } = of(projectId)
      recent.push(event)
      if (recent.length > 2 * kept) recent.splice(0, kept) // now and then, so that each event costs one push
      for (const listener of listeners) listener(event)
    },
    recent: (projectId) => of(projectId).recent.slice(-kept).reverse(),
    onEvent(projectId, listener) {
      const { listeners } = of(projectId)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
