import { type Sql, sql } from '../event-store/sql'
import type { Engine } from '../services'
import { addDays } from './days'

/** Longer than a weekend: a project that sends nothing for so long has lost its snippet, not all of its customers. */
const SILENCE_DAYS = 4

const DAY_MS = 86_400_000

/**
 * True when nothing at all was received from a project for days, whatever the time its events carry. What accounts are is
 * told by imports too, and says nothing of the snippet.
 */
export async function isSilent(engine: Engine, project: string, nowMs: number): Promise<boolean> {
  const since = nowMs - SILENCE_DAYS * DAY_MS
  const firstDay = addDays(new Date(since).toISOString().slice(0, 10), -1)
  const hasReceived = async (days: Sql) => {
    const [row] = await engine.query<{ n: number }>(sql`
      SELECT count() AS n FROM (
        SELECT message_id FROM events
        WHERE project = ${project} AND ${days} AND received >= ${since} AND type != 'group' LIMIT 1
      )`)
    return row?.n === 1
  }
  // Those of these days are found at once; only without any are all looked through for what came late.
  return !(await hasReceived(sql`day >= toDate(${firstDay})`)) && !(await hasReceived(sql`1`))
}
