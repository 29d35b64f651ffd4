import type { EventRecord, FeatureRecord, GuideRecord, History } from './context'
import type { WhereRule } from './events'
import { boundEvents, EVENT_TIMES, MAX_INTERRUPTIONS } from './history'
import { own } from './paths'

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
type Values = Readonly<Record<string, unknown>>

/** Every key of both, each with what `merge` makes of its two values; one may be missing. */
const mergeBy = (a: Values, b: Values, merge: (key: string, a: unknown, b: unknown) => unknown): Values =>
  Object.fromEntries(Object.keys({ ...a, ...b }).map((key) => [key, merge(key, own(a, key), own(b, key))]))

const mergeRecords = <T extends AnyRecord>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
): Record<string, T> =>
  // What comes out for a key is of the type of what went in, which `mergeBy` cannot say.
  mergeBy(a, b, (_id, one, other) =>
    one && other ? mergeRecord(one as T, other as T) : (one ?? other),
  ) as Record<string, T>

/** Every figure of a record only grows, but for the first time: the larger is the later one. Texts are of the later. */
const mergeRecord = (a: AnyRecord, b: AnyRecord): Values =>
  (a.last ?? 0) <= (b.last ?? 0)
    ? mergeBy({ ...a }, { ...b }, mergeValue)
    : mergeBy({ ...b }, { ...a }, mergeValue)

function mergeValue(key: string, early: unknown, late: unknown): unknown {
  if (typeof early === 'number' && typeof late === 'number')
    return key === 'first' ? Math.min(early, late) : Math.max(early, late)
  if (!Array.isArray(early) || !Array.isArray(late)) return late ?? early
  return union<number>(early, late, String)
    .sort((one, other) => one - other)
    .slice(-EVENT_TIMES)
}

const union = <T>(a: readonly T[], b: readonly T[], key: (item: T) => string): T[] => [
  ...new Map([...a, ...b].map((item) => [key(item), item])).values(),
]
