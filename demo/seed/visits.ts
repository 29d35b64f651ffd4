import type { Account, Person } from './accounts'
import { DAY_MS, HOUR_MS, MINUTE_MS, weekdayFactor } from './calendar'
import { presenceFactor } from './curves'
import type { Visit } from './message'
import { createRandom, type Random } from './random'
import { uuid7 } from './uuid'

/** Weights of the hours 7 to 19, local time: a peak before noon, a dip at lunch, another peak, a long tail. */
const HOURS = [2, 6, 12, 14, 12, 6, 7, 12, 12, 9, 5, 2, 1] as const
const FIRST_HOUR = 7
/** Nobody works longer than this without a pause that ends the session. */
const LONGEST_MS = 90 * MINUTE_MS

export interface Day {
  /** Counted from the day the history is made for; −1 is the day before it. */
  index: number
  /** Unix milliseconds of its UTC midnight. */
  startMs: number
}

/**
 * The visits of one person on one working day of their own time zone, in order.
 *
 * @param wanted whether something is planned for that day, so that the person surely comes.
 */
export function createVisits(
  seed: string,
  account: Account,
  person: Person,
  day: Day,
  wanted: boolean,
): Visit[] {
  if (day.index < person.joinDay || (person.leaveDay !== null && day.index >= person.leaveDay)) return []
  const random = createRandom(`${seed}/visit/${person.id}/${day.index}`)
  if (!wanted && !random.chance(chanceToCome(account, person, day))) return []
  const count = 1 + (random.chance(0.32) ? 1 : 0) + (random.chance(0.1) ? 1 : 0)
  const starts = Array.from({ length: count }, () => startOfVisit(account, day, random)).sort((a, b) => a - b)
  return starts
    .filter((startMs, i) => i === 0 || startMs - (starts[i - 1] ?? 0) > LONGEST_MS + 30 * MINUTE_MS)
    .map((startMs) => ({
      account,
      person,
      sessionId: uuid7(startMs, random),
      startMs,
      durationMs: durationOf(account, random),
      random,
    }))
}

function chanceToCome(account: Account, person: Person, { index, startMs }: Day): number {
  const factor = presenceFactor(account.pattern.id, startMs, index, account.turnDay)
  return Math.min(0.97, person.presence * factor * weekdayFactor(startMs, account.openAllWeek))
}

function startOfVisit({ region }: Account, { startMs }: Day, random: Random): number {
  const localHour = FIRST_HOUR + random.index(HOURS) + random.next()
  return Math.round(startMs + (localHour - region.offsetHours) * HOUR_MS)
}

const durationOf = (account: Account, random: Random) =>
  Math.round(
    Math.min(LONGEST_MS, Math.max(0.7 * MINUTE_MS, random.around(account.medianMinutes, 0.5) * MINUTE_MS)),
  )

/** The working days that can hold events of a span of time, whatever the time zone. */
export function daysBetween(fromMs: number, untilMs: number, asOf: number): Day[] {
  const first = Math.floor((fromMs - asOf) / DAY_MS) - 1
  const last = Math.floor((untilMs - asOf) / DAY_MS) + 1
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    index: first + i,
    startMs: asOf + (first + i) * DAY_MS,
  }))
}
