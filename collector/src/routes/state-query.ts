import type { Band } from '../api-types'
import { type Sql, sql } from '../event-store/sql'
import type { Services } from '../services'

/** Times are Unix milliseconds; what never happened is absent. The shape of the SDK's own history. */
export interface UserState {
  history: {
    events: Record<string, { count: number; first: number; last: number; times: number[] }>
    features: Record<string, { first: number; last: number; days: number[] }>
    guides: Record<string, GuideHistory>
  }
  /** Items done, by checklist. */
  items: Record<string, string[]>
  /** The account the user was last seen in. */
  accountId: string | null
  /** Its band. */
  health: Band
}

interface GuideHistory {
  shown: number
  first?: number
  last?: number
  started?: number
  completed?: number
  dismissed?: number
  answered?: number
  withheld?: number
  goal?: number
}

/** The latest occurrences that windows of conditions are counted over. */
const keptTimes = 50
/** The days over which a feature counts as adopted. */
const adoptionDays = 28
const dayMs = 86_400_000

type Scope = { project: string; user: string; now: number }

export async function readState(services: Services, project: string, user: string): Promise<UserState> {
  const { engine, control, now } = services
  const scope = { project, user, now: now() }
  const [events, features, guides, items, known] = await Promise.all([
    engine.query<EventRow>(eventRows(scope)),
    engine.query<FeatureRow>(featureRows(scope)),
    engine.query<GuideRow>(guideRows(scope)),
    engine.query<{ guide: string; done: string[] }>(itemRows(scope)),
    control.traits.user(project, user),
  ])
  const accountId = known?.accountId ?? null
  return {
    history: {
      events: byKey(events, ({ event, ...record }) => [event, record]),
      features: byKey(features, ({ id, ...record }) => [id, record]),
      guides: byKey(guides, ({ id, ...record }) => [id, withoutZeros(record)]),
    },
    items: byKey(items, ({ guide, done }) => [guide, done]),
    accountId,
    health: accountId === null ? 'unknown' : await bandOf(services, project, accountId),
  }
}

type EventRow = { event: string; count: number; first: number; last: number; times: number[] }
type FeatureRow = { id: string; first: number; last: number; days: number[] }
type GuideRow = { id: string } & Required<GuideHistory>

/** Every message of the user once, however often it was delivered. */
const messages = ({ project, user }: Scope): Sql =>
  sql`(SELECT * FROM events WHERE project = ${project} AND user = ${user} ORDER BY ts LIMIT 1 BY message_id)`

const eventRows = (scope: Scope): Sql => sql`
  SELECT event, count() AS count, min(ts) AS first, max(ts) AS last,
    arraySlice(arraySort(groupArray(ts)), -${keptTimes}) AS times
  FROM ${messages(scope)} WHERE type = 'track' AND activity = 1 AND feature = '' GROUP BY event`

const featureRows = (scope: Scope): Sql => sql`
  SELECT feature AS id, min(ts) AS first, max(ts) AS last,
    arraySort(groupUniqArrayIf(intDiv(ts, ${dayMs}), ts > ${scope.now - adoptionDays * dayMs})) AS days
  FROM ${messages(scope)} WHERE feature != '' GROUP BY feature`

const guideRows = (scope: Scope): Sql => sql`
  SELECT guide_id AS id, countIf(event = 'Guide Shown') AS shown,
    minIf(ts, event = 'Guide Shown') AS first, maxIf(ts, event = 'Guide Shown') AS last,
    minIf(ts, event IN ('Step Completed', 'Item Completed', 'Survey Answered')) AS started,
    maxIf(ts, event = 'Guide Completed') AS completed, maxIf(ts, event = 'Guide Dismissed') AS dismissed,
    maxIf(ts, event = 'Survey Answered') AS answered, maxIf(ts, event = 'Guide Withheld') AS withheld, maxIf(ts, event = 'Guide Goal Reached') AS goal
  FROM ${messages(scope)} WHERE guide_id != '' GROUP BY guide_id`

const itemRows = (scope: Scope): Sql => sql`
  SELECT guide_id AS guide, arraySort(groupUniqArray(item_id)) AS done
  FROM ${messages(scope)} WHERE event = 'Item Completed' AND guide_id != '' GROUP BY guide_id`

async function bandOf({ engine }: Services, project: string, account: string): Promise<Band> {
  const [latest] = await engine.query<{ band: Band }>(sql`
    SELECT band FROM scores WHERE project = ${project} AND account = ${account} ORDER BY day DESC, ver DESC LIMIT 1`)
  return latest?.band ?? 'unknown'
}

/** `fromEntries` and not assignment: an event may be called `__proto__`. */
const byKey = <Row, Value>(
  rows: readonly Row[],
  entry: (row: Row) => [string, Value],
): Record<string, Value> => Object.fromEntries(rows.map(entry))

function withoutZeros({ shown, ...times }: Required<GuideHistory>): GuideHistory {
  return { shown, ...Object.fromEntries(Object.entries(times).filter(([, ms]) => ms > 0)) }
}
