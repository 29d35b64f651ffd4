import type { Sighting } from '../control/types'
import type { Message } from './message'

/** What a block tells about the users and accounts in it, each of them once. */
export interface Sightings {
  add(message: Message): void
  list(): Sighting[]
}

export function createSightings(): Sightings {
  const seen = { user: new Map<string, Sighting>(), account: new Map<string, Sighting>() }

  function see(kind: Sighting['kind'], id: string, { ts }: Message): Sighting {
    const known = seen[kind].get(id)
    const sighting = known ?? { kind, id, firstSeen: ts, lastSeen: ts, traits: new Map() }
    sighting.firstSeen = Math.min(sighting.firstSeen, ts)
    sighting.lastSeen = Math.max(sighting.lastSeen, ts)
    if (!known) seen[kind].set(id, sighting)
    return sighting
  }

  return {
    add(message) {
      const { event } = message
      const accountId = accountOf(message)
      if (event.userId) {
        const user = see('user', event.userId, message)
        if (event.type === 'identify') tell(user, event.traits, message.ts)
        if (accountId && !(user.account && user.account.ts > message.ts))
          user.account = { id: accountId, ts: message.ts }
      }
      if (!accountId) return
      const account = see('account', accountId, message)
      if (event.type === 'group') tell(account, event.traits, message.ts)
    },
    list: () => [...seen.user.values(), ...seen.account.values()],
  }
}

/** The account a message names itself; '' when it names none. */
export function accountOf({ event, context }: Message): string {
  if (event.type === 'group' && event.groupId) return event.groupId
  return typeof context.groupId === 'string' ? context.groupId : ''
}

function tell(sighting: Sighting, traits: Record<string, unknown> | null | undefined, ts: number): void {
  for (const [key, value] of Object.entries(traits ?? {})) {
    const known = sighting.traits.get(key)
    if (!known || isNewer({ value, ts }, known)) sighting.traits.set(key, { value, ts })
  }
}

/** A trait that was told later wins; of two told in the same millisecond the larger JSON, so that order never matters. */
export function isNewer(a: { value: unknown; ts: number }, b: { value: unknown; ts: number }): boolean {
  return a.ts !== b.ts ? a.ts > b.ts : JSON.stringify(a.value) > JSON.stringify(b.value)
}
