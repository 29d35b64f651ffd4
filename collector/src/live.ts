import type { Arrival, Live, LiveEvent } from './services'

/** What is kept of a project, in memory. */
const keptEvents = 100
const keptBytes = 1024 * 1024
/** Nobody reads faster; showing more would hold up the taking in. */
const shownPerSecond = 200

interface Feed {
  arrivals: Arrival[]
  events: number
  bytes: number
  listeners: Set<(event: LiveEvent) => void>
  /** Start of the second that is counted, and what was shown in it. */
  secondAt: number
  shown: number
}

/** Remembers the last requests of each project, and reads them when somebody looks. `now` in Unix milliseconds. */
export function createLive(now: () => number): Live {
  const feeds = new Map<string, Feed>()

  function of(projectId: string): Feed {
    const known = feeds.get(projectId)
    if (known) return known
    const fresh = { arrivals: [], events: 0, bytes: 0, listeners: new Set<never>(), secondAt: 0, shown: 0 }
    feeds.set(projectId, fresh)
    return fresh
  }

  return {
    publish(projectId, arrival) {
      const feed = of(projectId)
      keep(feed, arrival)
      if (feed.listeners.size > 0) show(feed, arrival, now())
    },
    recent: (projectId) =>
      of(projectId)
        .arrivals.flatMap((arrival) => arrival.read())
        .slice(-keptEvents)
        .reverse(),
    onEvent(projectId, listener) {
      const { listeners } = of(projectId)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function keep(feed: Feed, arrival: Arrival): void {
  feed.arrivals.push(arrival)
  feed.events += arrival.events
  feed.bytes += arrival.bytes
  for (let oldest = feed.arrivals[0]; oldest && isTooMuch(feed, oldest); oldest = feed.arrivals[0]) {
    feed.arrivals.shift()
    feed.events -= oldest.events
    feed.bytes -= oldest.bytes
  }
}

const isTooMuch = ({ arrivals, events, bytes }: Feed, oldest: Arrival): boolean =>
  arrivals.length > 1 && (bytes > keptBytes || events - oldest.events >= keptEvents)

function show(feed: Feed, arrival: Arrival, at: number): void {
  if (at - feed.secondAt >= 1_000) Object.assign(feed, { secondAt: at, shown: 0 })
  if (feed.shown >= shownPerSecond) return
  const events = arrival.read()
  feed.shown += events.length
  for (const event of events) for (const listener of feed.listeners) listener(event)
}
