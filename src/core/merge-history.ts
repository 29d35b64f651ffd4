import type { EventRecord, FeatureRecord, GuideRecord, History } from './context'

const MAX_TIMES = 50

/**
 * Two tabs keep the history of one user: the union of both, however often and in whichever order they are merged.
 * Of a count only the larger is kept, because the tabs have most of it in common.
 */
export function mergeHistory(a: History, b: History): History {
  return {
    events: mergeRecords(a.events, b.events, mergeEvent),
    features: mergeRecords(a.features, b.features, mergeFeature),
    guides: mergeRecords(a.guides, b.guides, mergeGuide),
    interruptions: unique([...a.interruptions, ...b.interruptions], (one) => `${one.at} ${one.id}`).sort(
      (one, other) => one.at - other.at,
    ),
  }
}

function mergeRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  merge: (a: T, b: T) => T,
) {
  const merged: Record<string, T> = { ...a }
  for (const [key, theirs] of Object.entries(b)) {
    const ours = Object.hasOwn(a, key) ? a[key] : undefined
    merged[key] = ours ? merge(ours, theirs) : theirs
  }
  return merged
}

const mergeEvent = (a: EventRecord, b: EventRecord): EventRecord => ({
  count: Math.max(a.count, b.count),
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  times: ascending(a.times, b.times).slice(-MAX_TIMES),
})

const mergeFeature = (a: FeatureRecord, b: FeatureRecord): FeatureRecord => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  days: ascending(a.days, b.days),
})

/** Every figure of a guide only grows: the larger one is the later one. */
function mergeGuide(a: GuideRecord, b: GuideRecord): GuideRecord {
  const [early, late] = (a.last ?? 0) <= (b.last ?? 0) ? [a, b] : [b, a]
  const merged: GuideRecord = { ...early, ...late }
  for (const key of [
    'shown',
    'completed',
    'dismissed',
    'answered',
    'snoozedUntil',
    'withheld',
    'goal',
  ] as const) {
    const largest = Math.max(a[key] ?? 0, b[key] ?? 0)
    if (largest) merged[key] = largest
  }
  return merged
}

const ascending = (a: readonly number[], b: readonly number[]): number[] =>
  unique([...a, ...b], String).sort((one, other) => one - other)

const unique = <T>(list: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(list.map((item) => [key(item), item])).values(),
]
