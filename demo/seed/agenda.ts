import type { Account, Person } from './accounts'
import type { Agenda, GuideVersions } from './acts'
import { planDeparture } from './departures'
import { planOnboarding } from './onboarding'
import { planSurveys } from './surveys'

/** Everything a person is going to do with guides. */
export function createAgenda(
  account: Account,
  person: Person,
  versions: GuideVersions,
  seed: string,
): Agenda {
  const agenda: Agenda = new Map()
  planOnboarding(agenda, account, person, versions, seed)
  planSurveys(agenda, account, person, versions, seed)
  planDeparture(agenda, account, person, versions, seed)
  planUpgrade(agenda, account, person)
  return agenda
}

function planUpgrade(agenda: Agenda, account: Account, person: Person): void {
  if (account.upgradeDay === null || person !== account.people[0]) return
  const upgraded = {
    afterMs: 45_000,
    path: '/billing',
    event: 'Plan Upgraded',
    properties: () => ({ from: 'trial', to: account.plan, seats: account.seats }),
  }
  agenda.set(account.upgradeDay, [...(agenda.get(account.upgradeDay) ?? []), upgraded])
}
