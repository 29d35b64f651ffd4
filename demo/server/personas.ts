import { type Account, accountTraits, createAccounts, type Person, type SeedOptions } from '../seed/accounts'
import { DAY_MS, isoDate } from '../seed/calendar'
import type { PatternId } from '../seed/patterns'

/** Whom a visitor can be, and what there is to see in their account. */
const CAST: readonly { pattern: PatternId; role: Person['role']; about: string }[] = [
  { pattern: 'stalled', role: 'admin', about: 'A trial that never got going' },
  { pattern: 'thriving', role: 'admin', about: 'Healthy, with every seat in use' },
  { pattern: 'detractor', role: 'member', about: 'Busy, and not happy' },
  { pattern: 'fading', role: 'admin', about: 'Fewer people every week' },
]

/** People of the seeded accounts that one can sign in as, as `GET /people.json` lists them. */
export function createPersonas(options: SeedOptions) {
  const accounts = createAccounts(options)
  return CAST.flatMap(({ pattern, role, about }) => {
    const account = accounts.find((candidate) => candidate.pattern.id === pattern)
    const person = account?.people.find((candidate) => candidate.role === role)
    return account && person ? [{ ...toSession(account, person, options.asOf), about }] : []
  })
}

function toSession(account: Account, person: Person, asOf: number) {
  const { id, name, firstName, email, role } = person
  const createdAt = isoDate(asOf + person.joinDay * DAY_MS)
  return {
    id,
    name,
    firstName,
    email,
    role,
    createdAt,
    account: { id: account.id, ...accountTraits(account, 0) },
  }
}
