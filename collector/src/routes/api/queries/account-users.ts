import type { AccountUser } from '../../../api-types'
import { sql } from '../../../event-store/sql'
import { addDays } from '../../../signals/days'
import { localDay, rows, type Scope } from '../../../signals/sql/scope'
import type { ApiServices } from '../services'

/** Days of activity that are counted, today included. */
const ACTIVE_DAYS = 28

/** The people of an account, the most active first. */
export async function accountUsers(
  { engine, control }: ApiServices,
  scope: Scope,
  accountId: string,
): Promise<AccountUser[]> {
  const from = addDays(scope.asOf, 1 - ACTIVE_DAYS)
  const [known, active] = await Promise.all([
    control.traits.users(scope.project, accountId),
    engine.query<{ user: string; days: number; last_ts: number }>(sql`
      SELECT user, uniqExact(${localDay(scope.timeZone)}) AS days, max(ts) AS last_ts FROM events
      WHERE ${rows({ ...scope, accounts: [accountId] }, from, scope.asOf)} AND activity = 1 AND user != ''
      GROUP BY user`),
  ])
  const ids = new Set([...known.map(({ id }) => id), ...active.map(({ user }) => user)])
  const vouched = await control.vouched.among(scope.project, [...ids])
  const users = new Map<string, AccountUser>(
    known.map(({ id, traits, lastSeen }) => [
      id,
      { id, traits, lastSeen, activeDays: 0, verified: vouched.has(id) },
    ]),
  )
  for (const { user, days, last_ts } of active) {
    const { traits = {}, lastSeen = last_ts } = users.get(user) ?? {}
    users.set(user, { id: user, traits, lastSeen, activeDays: days, verified: vouched.has(user) })
  }
  return [...users.values()].sort((a, b) => b.activeDays - a.activeDays || (a.id < b.id ? -1 : 1))
}
