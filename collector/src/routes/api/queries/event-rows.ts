import type { EventRow, TimelineEntry } from '../../../api-types'
import { parseObject } from '../../../event-store/json'
import { type Sql, sql } from '../../../event-store/sql'
import type { Engine } from '../../../services'
import type { ConfigWords } from '../config-words'
import { timelineText } from '../timeline-text'

/** Which events; what is missing does not restrict. Times are Unix milliseconds, `to` is exclusive. */
export interface EventFilter {
  from?: number | undefined
  to?: number | undefined
  account?: string | undefined
  user?: string | undefined
  event?: string | undefined
  type?: string | undefined
}

/** What is left out, by name of the event and by type. */
interface Left {
  events: readonly string[]
  types: readonly string[]
}

/** Place of an event in the order newest first. */
export type EventPlace = readonly [ts: number, messageId: string]

interface StoredEvent {
  message_id: string
  ts: number
  received: number
  type: string
  event: string
  user: string
  anonymous: string
  account: string
  session: string
  path: string
  props: string
}

/** Events of a project, newest first, each once however often it was delivered. */
export async function eventRows(
  engine: Engine,
  project: string,
  filter: EventFilter,
  { after, limit, except }: { after?: EventPlace; limit: number; except?: Left },
): Promise<EventRow[]> {
  const place = after ? sql`(ts < ${after[0]} OR (ts = ${after[0]} AND message_id < ${after[1]}))` : sql`1`
  const shown = except ? sql`event NOT IN ${except.events} AND type NOT IN ${except.types}` : sql`1`
  const found = await engine.query<StoredEvent>(sql`
    SELECT message_id, ts, received, type, event, user, anonymous, account, session, path, props FROM events
    WHERE ${matching(project, filter)} AND ${place} AND ${shown}
    ORDER BY ts DESC, message_id DESC LIMIT 1 BY message_id LIMIT ${limit}`)
  return found.map(toEventRow)
}

/** The number of distinct events. */
export async function countEvents(engine: Engine, project: string, filter: EventFilter): Promise<number> {
  const [row] = await engine.query<{ events: number }>(sql`
    SELECT uniqExact(message_id) AS events FROM events WHERE ${matching(project, filter)}`)
  return row?.events ?? 0
}

export function toTimeline(row: EventRow, words: ConfigWords): TimelineEntry {
  const { messageId, ts, type, event, userId, properties } = row
  return { messageId, ts, type, event, userId, properties, text: timelineText(row, words) }
}

/** The day comes first because the table is ordered and partitioned by it. */
function matching(project: string, { from, to, account, user, event, type }: EventFilter): Sql {
  const terms = [sql`project = ${project}`]
  if (from !== undefined) terms.push(sql`day >= toDate(${utcDay(from)}) AND ts >= ${from}`)
  if (to !== undefined) terms.push(sql`day <= toDate(${utcDay(to)}) AND ts < ${to}`)
  if (account !== undefined) terms.push(sql`account = ${account}`)
  if (user !== undefined) terms.push(sql`user = ${user}`)
  if (event !== undefined) terms.push(sql`event = ${event}`)
  if (type !== undefined) terms.push(sql`type = ${type}`)
  return sql.join(terms, ' AND ')
}

const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

function toEventRow(row: StoredEvent): EventRow {
  return {
    messageId: row.message_id,
    ts: row.ts,
    receivedAt: row.received,
    type: row.type,
    event: row.event,
    userId: row.user || null,
    anonymousId: row.anonymous || null,
    accountId: row.account || null,
    sessionId: row.session || null,
    path: row.path || null,
    properties: parseObject(row.props),
  }
}
