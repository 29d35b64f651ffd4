import { type Account, accountTraits, type Person } from './accounts'
import { DAY_MS, isoDate, type Region } from './calendar'
import type { Message } from './message'
import { createRandom } from './random'
import { uuid7 } from './uuid'

/** Who the person is and what the account is, as an application says it when somebody signs in for the first time. */
export function introductions(
  seed: string,
  account: Account,
  person: Person,
  day: number,
  asOf: number,
): Message[] {
  const random = createRandom(`${seed}/traits/${person.id}/${day}`)
  const atMs = asOf + day * DAY_MS + Math.round(random.between(0, 60_000))
  const common = {
    timestamp: new Date(atMs).toISOString(),
    userId: person.id,
    anonymousId: person.anonymousId,
    context: context(account.region, account.id),
  }
  const traits = {
    name: person.name,
    firstName: person.firstName,
    email: person.email,
    role: person.role,
    createdAt: isoDate(asOf + person.joinDay * DAY_MS),
  }
  return [
    { ...common, type: 'identify', messageId: uuid7(atMs, random), traits },
    {
      ...common,
      type: 'group',
      messageId: uuid7(atMs, random),
      groupId: account.id,
      traits: accountTraits(account, day),
    },
  ]
}

const context = ({ locale, timezone }: Region, groupId: string) => ({
  library: { name: 'handrail', version: __VERSION__ },
  locale,
  timezone,
  groupId,
})

/** Days on which an application has something new to say: the first one that is seen, and a changed plan. */
export function introductionDays(account: Account, person: Person, firstDay: number): number[] {
  const first = Math.max(person.joinDay, firstDay)
  const upgraded = account.upgradeDay !== null && person === account.people[0] ? [account.upgradeDay] : []
  return [first, ...upgraded.filter((day) => day > first)]
}
