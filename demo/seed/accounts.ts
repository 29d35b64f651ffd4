import { DAY_MS, isoDate, REGIONS, type Region } from './calendar'
import { turnDays } from './curves'
import { companyName, OPEN_ALL_WEEK, personName } from './names'
import { PATTERNS, type Pattern } from './patterns'
import { createRandom, type Random } from './random'

export type Plan = 'trial' | 'team' | 'business' | 'enterprise'
/** Monthly price of a seat in dollars. */
export const SEAT_PRICE: Record<Plan, number> = { trial: 0, team: 12, business: 19, enterprise: 27 }
/** Young accounts decide about two weeks after they began. */
const TRIAL_DAYS = 14

export interface Person {
  id: string
  anonymousId: string
  name: string
  firstName: string
  email: string
  role: 'admin' | 'member'
  /** First day on which this person can be seen, counted from the day the history is made for. */
  joinDay: number
  /** First day on which this person is gone; `null` when that never happens. */
  leaveDay: number | null
  presence: number
}

export interface Account {
  id: string
  name: string
  pattern: Pattern
  region: Region
  openAllWeek: boolean
  /** Unix milliseconds, UTC midnight. */
  createdAt: number
  renewsAt: number
  seats: number
  plan: Plan
  /** Day on which the trial became a paid plan, for accounts young enough to have been seen doing it. */
  upgradeDay: number | null
  turnDay: number
  medianMinutes: number
  /** Share of the features in use. */
  featureShare: number
  itemsDone: number
  people: readonly Person[]
}

export interface SeedOptions {
  /** Names the history: another seed is another portfolio. */
  seed: string
  /** Unix milliseconds of the UTC midnight that days are counted from. */
  asOf: number
  /** How many accounts; 200 unless said. */
  accounts?: number
}

/** All accounts, in an order that mixes the patterns. */
export function createAccounts({ seed, asOf, accounts = 200 }: SeedOptions): Account[] {
  const kinds = PATTERNS.flatMap((pattern) => Array.from({ length: pattern.accounts }, () => pattern))
  const step = 73 // coprime to 200: neighbours in the list differ in kind
  return Array.from({ length: accounts }, (_, index) => {
    const pattern = kinds[(index * step) % kinds.length]
    if (!pattern) throw new Error('the table of patterns is empty')
    return createAccount(pattern, index, asOf, createRandom(`${seed}/account/${index}`))
  })
}

function createAccount(pattern: Pattern, index: number, asOf: number, random: Random): Account {
  const { name, trade, slug } = companyName(index)
  const ageDays = random.int(...pattern.ageDays)
  const seats = random.int(...pattern.seats)
  const trial = pattern.id === 'stalled' || pattern.id === 'new-trial'
  const account = {
    id: slug,
    name,
    pattern,
    region: random.pick(REGIONS),
    openAllWeek: OPEN_ALL_WEEK.includes(trade),
    createdAt: asOf - ageDays * DAY_MS,
    renewsAt: asOf + random.int(...pattern.renewsInDays) * DAY_MS,
    seats,
    plan: trial ? 'trial' : paidPlan(seats),
    upgradeDay: pattern.id === 'growing' ? TRIAL_DAYS - ageDays + random.int(-2, 3) : null,
    turnDay: random.int(...turnDays(pattern.id)),
    medianMinutes: random.between(...pattern.minutes),
    featureShare: random.between(...pattern.features),
    itemsDone: random.int(...pattern.items),
  } as const
  return { ...account, people: createPeople(account, ageDays, random) }
}

const paidPlan = (seats: number): Plan => (seats < 8 ? 'team' : seats < 20 ? 'business' : 'enterprise')

type Unstaffed = Omit<Account, 'people'>

function createPeople(account: Unstaffed, ageDays: number, random: Random): Person[] {
  const { pattern, seats, id } = account
  const count = Math.max(2, Math.round(seats * random.between(...pattern.seatFill)))
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, position) => {
    const name = freeName(taken, random)
    return {
      id: `${id}.${name.slug}`,
      anonymousId: `browser-${id}-${position}`,
      name: name.name,
      firstName: name.firstName,
      email: `${name.slug}@${id}.example`,
      role: position === 0 || position % 9 === 8 ? 'admin' : 'member',
      joinDay: joinDay(pattern, position, count, ageDays, random),
      leaveDay: pattern.id === 'champion-left' && position === 0 ? account.turnDay : null,
      presence: presenceOf(pattern, position, random),
    }
  })
}

function freeName(taken: Set<string>, random: Random) {
  let name = personName(random)
  while (taken.has(name.slug)) name = personName(random)
  taken.add(name.slug)
  return name
}

/** The first person signs up; the others follow within days, or one by one where the pattern grows. */
function joinDay(pattern: Pattern, position: number, count: number, ageDays: number, random: Random): number {
  if (position === 0) return -ageDays
  const spreadDays = pattern.id === 'growing' ? ageDays - 6 : Math.min(ageDays - 1, 12)
  const joined = -ageDays + Math.round((position / count) * spreadDays) + random.int(0, 1)
  // The newest people of an account that fills its seats came within the last weeks.
  return pattern.id === 'expansion' && position > count * 0.8 ? random.int(-40, -24) : joined
}

/** The first person is the champion, who comes more often than the rest. */
function presenceOf(pattern: Pattern, position: number, random: Random): number {
  const own = random.between(...pattern.presence) * (position === 0 ? 1.3 : random.between(0.7, 1.25))
  return Math.min(0.96, own)
}

/** Traits of the account on a day: a trial that became a plan, seats that are paid for. */
export function accountTraits(account: Account, day: number): Record<string, unknown> {
  const trial = account.plan === 'trial' || (account.upgradeDay !== null && day < account.upgradeDay)
  const plan = trial ? 'trial' : account.plan
  return {
    name: account.name,
    plan,
    mrr: account.seats * SEAT_PRICE[plan],
    seats: account.seats,
    createdAt: isoDate(account.createdAt),
    renewsAt: isoDate(account.renewsAt),
    city: account.region.city,
  }
}
