/** Something worth telling a person, on a day counted in whole days since 1970. */
export interface Alert {
  account: string
  /** For example `band_changed:at_risk` or `flag_raised:dormant`. */
  kind: string
  day: number
}

/** Alerts in order of day, leaving out those of the same account and kind within the cooldown after one that was kept. */
export function withoutRepeats(alerts: readonly Alert[], cooldownDays: number): Alert[] {
  const last = new Map<string, number>()
  return alerts.filter(({ account, kind, day }) => {
    const key = JSON.stringify([account, kind])
    const before = last.get(key)
    if (before !== undefined && day - before < cooldownDays) return false
    last.set(key, day)
    return true
  })
}
