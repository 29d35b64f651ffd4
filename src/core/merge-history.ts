import type { History } from './context'
import type { WhereRule } from './events'
import { boundEvents, EVENT_TIMES, MAX_INTERRUPTIONS } from './history'
import { own } from './paths'

/**
 * Two tabs keep the history of one user: the union of both, however often and in whichever order they are merged, and
 * as bounded as either. Of a count only the larger is kept, because the tabs have most of it in common.
 */
export const mergeHistory = (a: History, b: History, rules: readonly WhereRule[]): History => ({
  events: boundEvents(merge(a.events, b.events), rules),
  features: merge(a.features, b.features),
  guides: merge(a.guides, b.guides),
  interruptions: byKey([...a.interruptions, ...b.interruptions])
    .sort((one, other) => one.at - other.at)
    .slice(-MAX_INTERRUPTIONS),
})

const byKey = (interruptions: History['interruptions']) => [
  ...new Map(interruptions.map((one) => [`${one.at} ${one.id}`, one])).values(),
]

type Values = Readonly<Record<string, unknown>>

/** Everything in either of two records, or of two tables of them; of the one that was changed last where they differ. */
function merge<T extends Values>(a: T, b: T): T {
  const [early, late] = lastOf(a) <= lastOf(b) ? [a, b] : [b, a]
  const keys = Object.keys({ ...a, ...b })
  // What comes out for a key is of the type of what went in, which `mergeValue` cannot say.
  return Object.fromEntries(keys.map((key) => [key, mergeValue(key, own(early, key), own(late, key))])) as T
}
/** What is no figure was written with the last of these. */
const lastOf = ({ last, completed, dismissed }: Values): number =>
  Math.max(0, ...[last, completed, dismissed].filter((at) => typeof at === 'number'))

/** Every figure of a record only grows, but for the first time: the larger is the later one. */
function mergeValue(key: string, early: unknown, late: unknown): unknown {
  if (typeof early === 'number' && typeof late === 'number')
    return key === 'first' ? Math.min(early, late) : Math.max(early, late)
  if (Array.isArray(early) && Array.isArray(late))
    return [...new Set<number>([...early, ...late])].sort((one, other) => one - other).slice(-EVENT_TIMES)
  return isRecord(early) && isRecord(late) ? merge(early, late) : (late ?? early)
}
const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null
