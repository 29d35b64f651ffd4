import type { FeatureUse } from '../../../api-figures'
import { sql } from '../../../event-store/sql'
import { ratio } from '../../../health/metrics/ratio'
import type { Engine } from '../../../services'
import { featureIds, usesFeature } from '../../../signals/sql/features'
import { person, rowsOfUsers, type Scope } from '../../../signals/sql/scope'
import type { Period } from '../period'

interface UseRow {
  id: string
  users: number
  accounts: number
  uses: number
  last_used: number
}

/** Use of every feature that the config declares or that was used in the period; `activeUsers` is who could have. */
export async function featureUse(
  engine: Engine,
  scope: Scope,
  { from, to }: Period,
): Promise<{ activeUsers: number; features: FeatureUse[] }> {
  const within = rowsOfUsers(scope, from, to)
  const [found, [active]] = await Promise.all([
    engine.query<UseRow>(sql`
      SELECT feature_id AS id, uniqExact(who) AS users, uniqExactIf(account, account != '') AS accounts,
        uniqExact(message_id) AS uses, max(ts) AS last_used
      FROM (
        SELECT account, message_id, ts, ${person} AS who, arrayJoin(${featureIds(scope.facts)}) AS feature_id
        FROM events WHERE ${within} AND ${usesFeature(scope.facts)}
      )
      GROUP BY id ORDER BY id`),
    engine.query<{ users: number }>(sql`
      SELECT uniqExact(${person}) AS users FROM events WHERE ${within} AND activity = 1`),
  ])
  const activeUsers = active?.users ?? 0
  const used = new Map(found.map((row) => [row.id, row]))
  const declared = new Map(scope.facts.features.map((feature) => [feature.id, feature]))
  const features = [...new Set([...declared.keys(), ...used.keys()])].map((id): FeatureUse => {
    const { users = 0, accounts = 0, uses = 0, last_used } = used.get(id) ?? {}
    const { name = id, key = false } = declared.get(id) ?? {}
    return {
      id,
      name,
      key,
      users,
      accounts,
      uses,
      adoption: ratio(users, activeUsers),
      lastUsed: last_used ?? null,
    }
  })
  return { activeUsers, features }
}
