import type { Metrics } from '../../../api-figures'
import { sql } from '../../../event-store/sql'
import { ratio } from '../../../health/metrics/ratio'
import type { Engine } from '../../../services'
import { addDays, daysBetween, daysFrom } from '../../../signals/days'
import { localDay, person, rowsOfUsers, type Scope } from '../../../signals/sql/scope'
import type { Period } from '../period'

const WEEK_DAYS = 7
const MONTH_DAYS = 28

/** Distinct active users of each day of a period, and of the 7 and 28 days that end with it. */
export async function activeUsers(
  engine: Engine,
  scope: Scope,
  { from, to }: Period,
): Promise<Metrics['days']> {
  const start = addDays(from, 1 - MONTH_DAYS)
  const people = await engine.query<{ days: string[] }>(sql`
    SELECT arraySort(groupUniqArray(${localDay(scope.timeZone)})) AS days FROM events
    WHERE ${rowsOfUsers(scope, start, to)} AND activity = 1 GROUP BY ${person}`)
  const span = daysBetween(start, to) + 1
  const offsets = people.map(({ days }) => days.map((day) => daysBetween(start, day)))
  const [dau, wau, mau] = [1, WEEK_DAYS, MONTH_DAYS].map((length) => coverage(offsets, length, span))
  return daysFrom(from, to).map((day, i) => {
    const at = i + MONTH_DAYS - 1
    const [daily = 0, monthly = 0] = [dau?.[at], mau?.[at]]
    return { day, dau: daily, wau: wau?.[at] ?? 0, mau: monthly, stickiness: ratio(daily, monthly) }
  })
}

/** For each day the number of people with an active day among the `length` days that end with it. */
function coverage(people: readonly (readonly number[])[], length: number, span: number): number[] {
  const change = new Array<number>(span + 1).fill(0)
  const add = (at: number, by: number) => {
    if (at <= span) change[at] = (change[at] ?? 0) + by
  }
  for (const days of people) {
    let until = -1
    for (const day of days) {
      // Windows of neighbouring days overlap: a person counts once where they do.
      add(Math.max(day, until), 1)
      add(day + length, -1)
      until = day + length
    }
  }
  let present = 0
  return change.slice(0, span).map((by) => (present += by))
}
