import type { Condition } from '../schema'
import { evaluate, whereKey } from './conditions'
import type { Context } from './context'
import { durationMs } from './duration'
import { compare } from './operators'
import { own } from './paths'

/**
 * Whether what a guide is meant to lead to has happened since it was shown (or withheld) at `since`, in ms. Of an event,
 * only what came after counts, and `within` is measured from `since`; any other condition counts when it holds now.
 */
export function goalReached(goal: Condition, since: number, context: Context): boolean {
  const { features, events } = context.history
  if ('feature' in goal && 'used' in goal && goal.used)
    return (own(features, goal.feature)?.last ?? 0) >= since
  if (!('event' in goal)) return evaluate(goal, context)
  const until = goal.within === undefined ? Number.POSITIVE_INFINITY : since + durationMs(goal.within)
  const times = own(events, whereKey(goal.event, goal.where))?.times ?? []
  const done = times.filter((at) => at >= since && at <= until).length
  return goal.count === undefined ? done > 0 : compare(done, goal.count, context.now)
}
