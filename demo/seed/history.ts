import { type Account, createAccounts, type Person, type SeedOptions } from './accounts'
import { activity } from './activity'
import type { Agenda, GuideVersions } from './acts'
import { createAgenda } from './agenda'
import { DAY_MS } from './calendar'
import type { Message } from './message'
import { firstValue } from './milestones'
import { introductionDays, introductions } from './traits'
import { createVisits, type Day, daysBetween } from './visits'

export interface HistoryOptions extends SeedOptions {
  /** Days before `asOf` at which the history begins; 60 unless said. */
  days?: number
  /** Unix milliseconds; messages before are left out. The beginning of the history unless said. */
  from?: number
  /** Unix milliseconds; messages from then on are left out. `asOf` unless said. */
  until?: number
  /** Content hashes of the guides, by `kind/id`. */
  guideVersions?: GuideVersions
  /** Called after each account with how many are done, of how many. */
  onAccount?: (done: number, all: number) => void
}

/**
 * The messages of a portfolio of accounts, account by account, in the order of time within a visit.
 *
 * Every person and day is drawn by itself: the histories of two adjoining spans are, together, the history of both,
 * so that a portfolio can be topped up to any later moment.
 */
export function* history(options: HistoryOptions): Generator<Message> {
  const { asOf, days = 60, guideVersions = {} } = options
  const begin = asOf - days * DAY_MS
  const from = options.from ?? begin
  const until = options.until ?? asOf
  const span = daysBetween(from, until, asOf).filter(({ index }) => index >= -days)
  const accounts = createAccounts(options)
  for (const [i, account] of accounts.entries()) {
    if (from <= begin) yield* firstValue(options.seed, account, begin)
    for (const person of account.people) {
      const agenda = createAgenda(account, person, guideVersions, options.seed)
      for (const day of span) {
        for (const message of personDay(options, account, person, day, agenda)) {
          const atMs = Date.parse(message.timestamp)
          if (atMs >= from && atMs < until) yield message
        }
      }
    }
    options.onAccount?.(i + 1, accounts.length)
  }
}

function* personDay(
  { seed, asOf, days = 60 }: HistoryOptions,
  account: Account,
  person: Person,
  day: Day,
  agenda: Agenda,
): Generator<Message> {
  if (introductionDays(account, person, -days).includes(day.index))
    yield* introductions(seed, account, person, day.index, asOf)
  const acts = agenda.get(day.index) ?? []
  const visits = createVisits(seed, account, person, day, acts.length > 0)
  for (const [i, visit] of visits.entries()) yield* activity(visit, i === 0 ? acts : [])
}
