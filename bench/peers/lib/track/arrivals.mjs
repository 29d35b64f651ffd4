import { setTimeout as wait } from 'node:timers/promises'

const pollMs = 100

/** How many of the first `count` events have been answered with success. Later ones are probes and do not count. */
export const countArrived = ({ state }, count) => arrivedIn(state.requests, count).size

function arrivedIn(requests, count) {
  const accepted = requests.filter(({ status }) => status < 300).flatMap(({ events }) => events)
  return new Set(accepted.filter((n) => n < count))
}

/** What came, of all that came. Bytes are of requests with events that were accepted, as they crossed the network. */
export function summarizeArrivals({ state }, count) {
  const isData = ({ events }) => events.some((n) => n < count)
  const data = state.requests.filter(isData)
  const accepted = data.filter(({ status }) => status < 300)
  const copies = accepted.flatMap(({ events }) => events).filter((n) => n < count)
  const arrived = new Set(copies).size
  const sum = (key) => accepted.reduce((total, request) => total + request[key], 0)
  return {
    arrived,
    duplicates: copies.length - arrived,
    requests: accepted.length,
    preflights: state.requests.filter(({ method }) => method === 'OPTIONS').length,
    bytesPerEvent: arrived > 0 ? sum('bytes') / arrived : null,
    bytesPerEventWithHeaders: arrived > 0 ? (sum('bytes') + sum('headBytes')) / arrived : null,
    lastAt: accepted.at(-1)?.at ?? null,
  }
}

/** Waits until `count` events have arrived and traffic has come to rest, or nothing has come for `quietMs`, or `capMs` have passed. */
export async function drain(collector, count, { quietMs, capMs }) {
  const startedAt = Date.now()
  let completeAt = Number.POSITIVE_INFINITY
  for (;;) {
    await wait(pollMs)
    const now = Date.now()
    const lastAt = Math.max(collector.state.lastAt, startedAt)
    if (countArrived(collector, count) >= count) completeAt = Math.min(completeAt, now)
    // A second copy may follow the first: it is waited for, a little.
    if (now - completeAt > 1500 && now - lastAt > 1000) return
    if (now - completeAt > 6000 || now - startedAt > capMs) return
    if (completeAt > now && now - lastAt > quietMs) return
  }
}
