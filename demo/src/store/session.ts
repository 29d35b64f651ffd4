import { forgetPerson, introduce } from '../product-events'
import { isObject, keptAtom } from './kept'
import type { Plan, Session } from './shapes'

const isSession = (value: unknown): value is Session | null =>
  value === null || (isObject(value) && typeof value.id === 'string' && isObject(value.account))

export const $session = keptAtom<Session | null>('session', isSession, null)

export function signIn(session: Session): void {
  if ($session.get()) forgetPerson()
  $session.set(session)
  introduce(session)
}

export function signOut(): void {
  forgetPerson()
  $session.set(null)
}

/** Changes the account or the person, and says so to whoever listens. */
export function updateSession(change: Partial<Session>): void {
  const session = $session.get()
  if (!session) return
  const changed = { ...session, ...change }
  $session.set(changed)
  introduce(changed)
}

const PLAN_PRICES: Record<Plan, number> = { trial: 0, team: 12, business: 19, enterprise: 27 }
/** Monthly price in dollars. */
export const planPrice = (plan: Plan, seats: number) => PLAN_PRICES[plan] * seats
