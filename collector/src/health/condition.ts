import type { Condition, Conditions } from './model'
import type { Signals } from './signals'

/** True when every named signal is known and satisfies its condition. */
export function holds(conditions: Conditions, signals: Signals): boolean {
  const known = new Map<string, unknown>(Object.entries(signals))
  return Object.entries(conditions).every(([name, condition]) => satisfies(known.get(name), condition))
}

function satisfies(value: unknown, condition: Condition): boolean {
  if (condition.is !== undefined && value !== condition.is) return false
  const { lt, lte, gt, gte } = condition
  if (lt === undefined && lte === undefined && gt === undefined && gte === undefined) {
    return condition.is !== undefined
  }
  if (typeof value !== 'number') return false
  return (
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte) &&
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte)
  )
}
