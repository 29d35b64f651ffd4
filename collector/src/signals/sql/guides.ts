import { type Sql, sql } from '../../event-store/sql'
import type { ConfigFacts } from '../config-facts'
import { usesFeature } from './features'
import { localDay, person, rows, type Scope } from './scope'

/** Items done and items there are, over the checklists the account has seen; what anybody did counts for all. */
export function checklists(scope: Scope): Sql {
  const day = localDay(scope.timeZone)
  return sql`
    SELECT account, sum(if(total < done, total, done)) AS items_done, sum(total) AS items_total,
      max(last_item) AS last_item_day
    FROM (
      SELECT account, guide_id, uniqExactIf(item_id, event = 'Item Completed') AS done, ${itemCount(scope.facts)} AS total,
        maxIf(${day}, event = 'Item Completed') AS last_item
      FROM events WHERE ${rows(scope, null, scope.asOf)} AND guide_kind = 'checklist'
      GROUP BY account, guide_id
    )
    GROUP BY account`
}

/** From the live config; of a checklist that is no longer in it, as its events told. */
function itemCount({ checklists }: ConfigFacts): Sql {
  const told = sql`toUInt64(max(total_count))`
  const known = checklists.map(({ id, items }) => sql`guide_id = ${id}, toUInt64(${items})`)
  return known.length === 0 ? told : sql`multiIf(${sql.join(known, ', ')}, ${told})`
}

/** Tours by person: started and completed, each once however often they were repeated. */
export function tours(scope: Scope): Sql {
  return sql`
    SELECT account, uniqExactIf((who, guide_id), event = 'Guide Shown') AS tours_started,
      uniqExactIf((who, guide_id), event = 'Guide Completed') AS tours_completed
    FROM (
      SELECT account, ${person} AS who, guide_id, event
      FROM events WHERE ${rows(scope, null, scope.asOf)} AND guide_kind = 'tour'
    )
    GROUP BY account`
}

/** The day on which the account first did what the config calls first value. */
export function firstValue(scope: Scope): Sql {
  const { firstValue: rule } = scope.facts
  const reached =
    rule === null
      ? sql`0`
      : 'event' in rule
        ? sql`type = 'track' AND event = ${rule.event}`
        : usesFeature(scope.facts, rule.feature)
  return sql`
    SELECT account, min(${localDay(scope.timeZone)}) AS first_value_day
    FROM events WHERE ${rows(scope, null, scope.asOf)} AND ${reached} GROUP BY account`
}
