import type { EventRecord, FeatureRecord, GuideRecord, History } from './context'
import type { WhereRule } from './events'
import { boundEvents, EVENT_TIMES, MAX_INTERRUPTIONS } from './history'

/**
 * Two tabs keep the history of one user: the union of both, however often and in whichever order they are merged, and
 * as bounded as either. Of a count only the larger is kept, because the tabs have most of it in common.
 */
export const mergeHistory = (a: History, b: History, rules: readonly WhereRule[]): History => ({
  events: boundEvents(mergeRecords(a.events, b.events), rules),
  features: mergeRecords(a.features, b.features),
  guides: mergeRecords(a.guides, b.guides),
  interruptions: union(a.interruptions, b.interruptions, ({ at, id }) => `${at} ${id}`)
    .sort((one, other) => one.at - other.at)
    .slice(-MAX_INTERRUPTIONS),
})

type AnyRecord = EventRecord | FeatureRecord | GuideRecord

function mergeRecords<T extends AnyRecord>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
): Record<string, T> {
  const merged = new Map(Object.entries(a))
  for (const [key, theirs] of Object.entries(b)) {
    const ours = merged.get(key)
    merged.set(key, ours ? mergeRecord(ours, theirs) : theirs)
  }
  return Object.fromEntries(merged)
}

/** Every figure of a record only grows, but for the first time: the larger is the later one. Texts are of the later. */
function mergeRecord<T extends AnyRecord>(a: T, b: T): T {
  const [early, late] = (a.last ?? 0) <= (b.last ?? 0) ? [a, b] : [b, a]
  const ours = new Map<string, unknown>(Object.entries(early))
  const theirs = Object.entries(late).map(([key, value]) => [key, mergeValue(key, ours.get(key), value)])
  // Each value is of the type it had in one of the two, which the type of `fromEntries` cannot say.
  return { ...early, ...(Object.fromEntries(theirs) as T) }
}

function mergeValue(key: string, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return key === 'first' ? Math.min(a, b) : Math.max(a, b)
  if (!Array.isArray(a) || !Array.isArray(b)) return b
  return union<number>(a, b, String)
    .sort((one, other) => one - other)
    .slice(-EVENT_TIMES)
}

const union = <T>(a: readonly T[], b: readonly T[], key: (item: T) => string): T[] => [
  ...new Map([...a, ...b].map((item) => [key(item), item])).values(),
]
