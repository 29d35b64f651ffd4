import { ratio } from './ratio'

export interface Signup {
  /** Days since the signup. */
  ageDays: number
  /** Days from signup to first value; `null` when it has not been reached. */
  ttfvDays: number | null
}

/** Share of the signups at least `withinDays` old that reached first value within that time; `null` without any. */
export function activation(signups: readonly Signup[], withinDays: number): number | null {
  const old = signups.filter((signup) => signup.ageDays >= withinDays)
  const reached = old.filter(({ ttfvDays }) => ttfvDays !== null && ttfvDays <= withinDays)
  return ratio(reached.length, old.length)
}
