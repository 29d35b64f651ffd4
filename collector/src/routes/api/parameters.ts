import * as z from 'zod/mini'
import { isCalendarDay } from '../../signals/days'

/** A page's cursor, as the page before gave it. */
export const cursor = z.optional(z.string())

export function limit(usual: number, most: number) {
  const expected = `a whole number from 1 to ${most}`
  return z._default(
    z.coerce.number({ error: expected }).check(z.int(expected), z.gte(1, expected), z.lte(most, expected)),
    usual,
  )
}

const EXPECTED_TIME = 'an ISO date or time, such as 2026-11-22 or 2026-11-22T08:00:00Z'

/** In a year of four digits: the event store reads no other day. NaN is none. */
const isMoment = (ms: number): boolean => ms >= Date.parse('0000-01-01') && ms < Date.parse('+010000-01-01')

/** A moment in Unix milliseconds; a date without a time is its first moment in UTC. */
export const moment = z.pipe(
  z.string().check(z.refine((text) => isMoment(Date.parse(text)), EXPECTED_TIME)),
  z.transform((text) => Date.parse(text)),
)

const EXPECTED_DAY = 'an ISO date such as 2026-11-22, from 1970 to 2148'

/** A day as ISO date, in the years that the event store knows. */
export const day = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/, EXPECTED_DAY),
  z.refine((text) => isCalendarDay(text) && text >= '1970' && text < '2149', EXPECTED_DAY),
)

/** Named by a dashboard session that can see several projects; a token belongs to one. */
const project = z.optional(z.string())

/** The parameters of a route; any other is an error. */
export function parameters<Shape extends Record<string, z.core.SomeType>>(shape: Shape) {
  return z.strictObject({ project, ...shape })
}
