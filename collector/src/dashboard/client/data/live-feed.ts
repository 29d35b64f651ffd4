import type { LiveEvent } from '../../../services'
import { getJson } from './request'

export type Connection = 'connecting' | 'open' | 'lost'

export interface LiveState {
  connection: Connection
  /** Newest first. */
  events: readonly LiveEvent[]
  /** Arrived since the pause. */
  waiting: number
  paused: boolean
}

export interface LiveFeed {
  /** Called with the state at once and after every change, at most once per frame. Returns its cleanup. */
  onChange(listener: (state: LiveState) => void): () => void
  pause(paused: boolean): void
  clear(): void
  close(): void
}

/** Kept at most; an installer looks at the last few, and memory must not grow with traffic. */
const KEPT = 300
const RETRY_MS = 5_000

/** Follows `GET /api/live`. The browser reconnects after a broken connection; after a refusal it is tried again here. */
export function createLiveFeed(url = '/api/live'): LiveFeed {
  const listeners = new Set<(state: LiveState) => void>()
  let state: LiveState = { connection: 'connecting', events: [], waiting: 0, paused: false }
  let arrived: LiveEvent[] = []
  let frame = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let source = connect()

  function connect(): EventSource {
    const opened = new EventSource(url)
    opened.addEventListener('open', () => change({ connection: 'open' }))
    opened.addEventListener('error', () => {
      change({ connection: 'lost' })
      if (opened.readyState === EventSource.CLOSED) retry = setTimeout(reconnect, RETRY_MS)
    })
    opened.addEventListener('message', ({ data }) => {
      receive(JSON.parse(data) as LiveEvent) // written by the collector's own route
    })
    return opened
  }

  function reconnect(): void {
    // An event source does not tell why it was refused. A request does: without a login it leaves for the login page.
    void getJson('/api/events?limit=1').catch(() => {})
    source = connect()
  }

  function receive(event: LiveEvent): void {
    arrived.push(event)
    if (arrived.length > 2 * KEPT) arrived = arrived.slice(-KEPT) // a hidden page has no frames to empty it
    change(state.paused ? { waiting: state.waiting + 1 } : {})
  }

  function change(part: Partial<LiveState>): void {
    state = { ...state, ...part }
    schedule()
  }

  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(tell)
  }

  function tell(): void {
    frame = 0
    if (!state.paused) state = { ...state, ...take(), waiting: 0 }
    for (const listener of listeners) listener(state)
  }

  function take(): { events: readonly LiveEvent[] } {
    const events = newestFirst(arrived, state.events)
    arrived = []
    return { events }
  }

  return {
    onChange(listener) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    pause: (paused) => change({ paused }),
    clear: () => change({ events: [] }),
    close() {
      source.close()
      clearTimeout(retry)
      cancelAnimationFrame(frame)
      listeners.clear()
    },
  }
}

/**
 * What is listed already is not listed twice: a reconnection sends the recent ones again, and a client whatever it had
 * no answer for. Within one moment, too, what came last stands first.
 */
export function newestFirst(arrived: readonly LiveEvent[], listed: readonly LiveEvent[]): LiveEvent[] {
  const known = new Set(listed.map(eventKey))
  const fresh = arrived.filter((event) => !known.has(eventKey(event)) && known.add(eventKey(event)))
  return [...fresh.reverse(), ...listed]
    .sort((a, b) => b.receivedAt - a.receivedAt || b.ts - a.ts)
    .slice(0, KEPT)
}

/** What was rejected may be put right and sent again under its id: that is news. */
export const eventKey = ({ messageId, receivedAt, rejected }: LiveEvent): string =>
  `${messageId || receivedAt} ${rejected}`
