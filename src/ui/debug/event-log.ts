import type { DebugHost } from '../../core/debug'
import type { WireEvent } from '../../schema'

/** Latest events that are kept. */
const MAX_EVENTS = 100

export interface LoggedEvent {
  event: WireEvent
  /** On its way to the collector; else it stays in this browser. */
  sent: boolean
}

export interface EventLog {
  /** Latest first. */
  events(): readonly LoggedEvent[]
  destroy(): void
}

/** Keeps the latest events, those of before the panel too. */
export function createEventLog(
  { early, onEvent }: Pick<DebugHost, 'early' | 'onEvent'>,
  heard: () => void,
): EventLog {
  let events: LoggedEvent[] = early.map(({ event }) => ({ event, sent: true })).reverse()
  const destroy = onEvent((event, sent) => {
    events = [{ event, sent }, ...events].slice(0, MAX_EVENTS)
    heard()
  })
  return { events: () => events, destroy }
}
