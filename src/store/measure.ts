import type { Context } from '../core/context'
import { recordOf } from '../core/gates'
import { goalReached } from '../core/goal'
import { recordGuide } from '../core/history'
import type { Entry } from './entries'
import type { Profile } from './profile'
import type { Stage } from './stage'

interface Options {
  profile: Pick<Profile, 'update'>
  track: Stage['track']
  /** What the guide waited for is over. */
  again(entry: Entry): void
}

/** `isWithheld`: the guide would be shown now, but for the holdout. */
export type Measure = (entry: Entry, context: Context, isWithheld: boolean) => void

/** Tells, once each, of goals that were reached and of guides that were withheld. */
export function createMeasure({ profile, track, again }: Options): Measure {
  function checkGoal({ guide, about }: Entry, context: Context): void {
    const record = recordOf(guide, context)
    const since = record?.first ?? record?.withheld
    if (!guide.goal || since === undefined || record?.goal !== undefined) return
    if (!goalReached(guide.goal, since, context)) return
    profile.update((history) => recordGuide(history, guide.id, { goal: context.now }))
    track('Guide Goal Reached', { ...about(), held_out: record?.first === undefined })
  }

  function withhold(entry: Entry, context: Context): void {
    const { guide, about } = entry
    const record = recordOf(guide, context)
    if (record?.withheld !== undefined || record?.shown) return
    profile.update((history) => recordGuide(history, guide.id, { withheld: context.now }))
    track('Guide Withheld', about())
    again(entry)
  }

  return (entry, context, isWithheld) => {
    checkGoal(entry, context)
    if (isWithheld) withhold(entry, context)
  }
}
