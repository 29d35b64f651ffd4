import { type Sql, sql } from '../../event-store/sql'
import type { ConfigFacts } from '../config-facts'
import { localDay, rows, type Scope, windows } from './scope'

/** Days of use from which a feature is a habit: that of `adopted` in conditions. */
const HABIT_DAYS = 4

/** Features used in W, those that are habits, the key ones, and those that were a habit in P and are gone. */
export function features(scope: Scope): Sql {
  const key = scope.facts.features.filter((feature) => feature.key).map(({ id }) => id)
  return sql`
    SELECT account, countIf(days > 0) AS features_used, countIf(days >= ${HABIT_DAYS}) AS habits,
      countIf(days > 0 AND feature_id IN ${key}) AS key_features_used,
      arraySort(groupArrayIf(feature_id, days_prev >= ${HABIT_DAYS} AND days = 0)) AS abandoned
    FROM (${featureDays(scope)}) GROUP BY account`
}

function featureDays(scope: Scope): Sql {
  const { previous, current, last } = windows(scope)
  const day = localDay(scope.timeZone)
  return sql`
    SELECT account, feature_id, uniqExactIf(local_day, local_day >= toDate(${current})) AS days,
      uniqExactIf(local_day, local_day < toDate(${current})) AS days_prev
    FROM (
      SELECT account, ${day} AS local_day, arrayJoin(${featureIds(scope.facts)}) AS feature_id
      FROM events WHERE ${rows(scope, previous, last)} AND ${usesFeature(scope.facts)}
    )
    GROUP BY account, feature_id`
}

/** Uses of one feature, or of any: told by the SDK, or by the event that declares it when another client sent it. */
export function usesFeature(facts: ConfigFacts, id?: string): Sql {
  const declared = byEvent(facts).filter((feature) => id === undefined || feature.id === id)
  const told = id === undefined ? sql`feature != ''` : sql`feature = ${id}`
  if (declared.length === 0) return told
  return sql`(${told} OR (type = 'track' AND event IN ${declared.map(({ event }) => event)}))`
}

/** The features a row that `usesFeature` tells of, as a list: several may be declared by one event. */
export function featureIds(facts: ConfigFacts): Sql {
  const declared = byEvent(facts)
  if (declared.length === 0) return sql`[toString(feature)]`
  const ids = sql.join(
    declared.map(({ id }) => sql`${id}`),
    ', ',
  )
  const events = sql.join(
    declared.map(({ event }) => sql`${event}`),
    ', ',
  )
  return sql`if(feature != '', [toString(feature)], arrayFilter((id, name) -> name = event, [${ids}], [${events}]))`
}

function byEvent({ features }: ConfigFacts): { id: string; event: string }[] {
  return features.flatMap(({ id, event }) => (event === null ? [] : [{ id, event }]))
}
