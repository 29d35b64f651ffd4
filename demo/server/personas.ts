import { type Account, accountTraits, createAccounts, type Person, type SeedOptions } from '../seed/accounts'
import { DAY_MS, isoDate } from '../seed/calendar'
import type { PatternId } from '../seed/patterns'

/** Whom a visitor can be. Tandem says in its language what there is to see in an account of that pattern. */
const CAST = [
  { pattern: 'stalled', role: 'admin' },
  { pattern: 'thriving', role: 'admin' },
  { pattern: 'detractor', role: 'member' },
  { pattern: 'fading', role: 'admin' },
] as const satisfies readonly { pattern: PatternId; role: Person['role'] }[]

/** People of the seeded accounts that one can sign in as, as `GET /people.json` lists them. */
export function createPersonas(options: SeedOptions) {
  const accounts = createAccounts(options)
  return CAST.flatMap(({ pattern, role }) => {
    const account = accounts.find((candidate) => candidate.pattern.id === pattern)
    const person = account?.people.find((candidate) => candidate.role === role)
    return account && person ? [{ ...toSession(account, person, options.asOf), pattern }] : []
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
