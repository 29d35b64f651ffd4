import { type Sql, sql } from '../../event-store/sql'
import { unverifiedPrefix } from '../../event-store/unverified'
import type { ConfigFacts } from '../config-facts'
import { addDays } from '../days'

/** Whose signals, as of which day. */
export interface Scope {
  project: string
  /** These accounts alone; all of them without. */
  accounts?: readonly string[]
  /** ISO date. Activity is read from the complete days before it, everything else up to and including it. */
  asOf: string
  timeZone: string
  /** Days of W. */
  windowDays: number
  sessionGapMs: number
  facts: ConfigFacts
}

/** First day of P, first day of W and last day of both. */
export function windows({ asOf, windowDays }: Scope) {
  return {
    previous: addDays(asOf, -2 * windowDays),
    current: addDays(asOf, -windowDays),
    last: addDays(asOf, -1),
  }
}

/** The local day of an event. The column holds the UTC day, which is read without touching the time. */
export function localDay(timeZone: string): Sql {
  return timeZone === 'UTC' ? sql`day` : sql`toDate(toDateTime(intDiv(ts, 1000)), ${timeZone})`
}

/** Rows of the scope between two local days. */
export function rows(scope: Scope, from: string | null, to: string): Sql {
  const account = scope.accounts === undefined ? sql`account != ''` : sql`account IN ${scope.accounts}`
  return sql`${ofProject(scope, from, to)} AND ${account}`
}

/**
 * Rows of the users of a project, whether an account is known of them or not: a product may have none. Left out are
 * passers-by, of whom nobody knows who they are, and what was kept apart because it only claims to be of a user.
 */
export function rowsOfUsers(scope: Scope, from: string, to: string): Sql {
  return sql`${ofProject(scope, from, to)} AND (user != '' OR account != '') AND NOT startsWith(user, ${unverifiedPrefix})`
}

/** The UTC day is compared first, a day wider at both ends: it is what the table is partitioned and ordered by. */
function ofProject({ project, timeZone }: Scope, from: string | null, to: string): Sql {
  const day = localDay(timeZone)
  const lower =
    from === null ? sql`1` : sql`day >= toDate(${addDays(from, -1)}) AND ${day} >= toDate(${from})`
  return sql`project = ${project} AND ${lower} AND day <= toDate(${addDays(to, 1)}) AND ${day} <= toDate(${to})`
}

/** What an answer belongs to: the SDK sends each answer as it is given, other clients a whole submission at once. */
export const submission = sql`if(submission = '', message_id, submission)`

/** Who did it: the user, or the browser while nobody has signed in. */
export const person = sql`if(user = '', concat('anonymous:', anonymous), user)`
