import type { GuideKind } from '../schema'
import type { Context, EventRecord, GuideRecord, History } from './context'
import { eventMatches, type WhereRule } from './events'
import { own } from './paths'
import type { AnyGuide, Slot } from './slot'

/** Latest occurrences kept of each event; `within` with `count` counts over these. */
export const EVENT_TIMES = 50
const MAX_EVENTS = 300
/** Latest guides that interrupted, for pacing. */
export const MAX_INTERRUPTIONS = 100

export const emptyHistory = (): History => ({ events: {}, features: {}, guides: {}, interruptions: [] })

/**
 * The history after one more event at `now`, in ms. It is counted under its name, and under the key of every rule
 * whose `where` its properties satisfy. Of more than 300 keys, those longest unseen go first, and those of `rules` last.
 */
export function recordEvent(
  history: History,
  name: string,
  properties: Readonly<Record<string, unknown>>,
  rules: readonly WhereRule[],
  now: number,
): History {
  const keys = rules.filter(
    ({ event, where }) => where && event === name && eventMatches(where, properties, now),
  )
  const events = { ...history.events }
  for (const key of [name, ...keys.map((rule) => rule.key)]) events[key] = another(own(events, key), now)
  return { ...history, events: boundEvents(events, rules) }
}

const another = (record: EventRecord | undefined, now: number): EventRecord => ({
  count: (record?.count ?? 0) + 1,
  first: record?.first ?? now,
  last: now,
  times: [...(record?.times ?? []), now].slice(-EVENT_TIMES),
})

/** The events themselves while they are at most 300, else those that `rules` ask about and the latest. */
export function boundEvents(
  events: Record<string, EventRecord>,
  rules: readonly WhereRule[],
): Record<string, EventRecord> {
  const entries = Object.entries(events)
  if (entries.length <= MAX_EVENTS) return events
  const asked = new Set(rules.map(({ key }) => key))
  const isAsked = (key: string) => Number(asked.has(key))
  const byUse = ([a, one]: [string, EventRecord], [b, other]: [string, EventRecord]) =>
    isAsked(b) - isAsked(a) || other.last - one.last
  return Object.fromEntries(entries.sort(byUse).slice(0, MAX_EVENTS))
}

/** The history after something has happened with a guide. */
export const recordGuide = (history: History, id: string, change: Partial<GuideRecord>): History => ({
  ...history,
  guides: { ...history.guides, [id]: { shown: 0, ...own(history.guides, id), ...change } },
})

/** The history after a guide was shown: its count, first and last time and session, and the interruption for pacing. */
export function recordShown(
  history: History,
  { guide, kind, slot }: { guide: AnyGuide; kind: GuideKind; slot: Slot },
  { now, sessionId }: Pick<Context, 'now' | 'sessionId'>,
): History {
  const { id, metric } = guide
  const record = own(history.guides, id)
  const next = recordGuide(history, id, {
    shown: (record?.shown ?? 0) + 1,
    first: record?.first ?? now,
    last: now,
    session: sessionId,
  })
  if (slot !== 'interrupt') return next
  const entry = { at: now, id, kind, session: sessionId, metric }
  return { ...next, interruptions: [...history.interruptions, entry].slice(-MAX_INTERRUPTIONS) }
}
