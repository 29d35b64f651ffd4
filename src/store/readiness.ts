import type { Context } from '../core/context'
import { checkGates, type GateState, passes, recordOf } from '../core/gates'
import { goalReached } from '../core/goal'
import { recordGuide } from '../core/history'
import { isTriggered, listening, type TriggerInput, triggerStep } from '../core/triggers'
import type { Entry } from './entries'
import type { Profile } from './profile'
import type { Stage } from './stage'

interface Options {
  stage: Pick<Stage, 'onMoment' | 'later' | 'track'>
  profile: Profile
  mayShow(): boolean
  /** Something has changed by which this entry must be looked at again. */
  again(entry: Entry): void
}

/** Of one entry: what it listens to, and what it has told. */
interface Ears {
  wanted: string
  cleanups: (() => void)[]
}

export interface Readiness {
  /** Whether nothing but pacing, room on the screen and the target can keep the guide away. */
  review(entry: Entry, context: Context): boolean
  /** Lets the trigger of an entry know. */
  tell(entry: Entry, input: TriggerInput, context: Context): void
  destroy(): void
}

/** Nothing stands in the way: what is left are the gates that only change with the guide, the user and the trigger. */
const CLEAR = {
  problem: undefined,
  open: [],
  typing: false,
  dialogOpen: false,
  hidden: false,
  pacing: undefined,
  targetFound: true,
} as const satisfies Partial<GateState>

/**
 * Keeps the triggers of all guides: listens for exactly what each still waits for, and for nothing on behalf of guides
 * that could not be shown anyway. Records goals reached and guides withheld on the way.
 */
export function createReadiness({ stage, profile, mayShow, again }: Options): Readiness {
  const ears = new Map<Entry, Ears>()

  function tell(entry: Entry, input: TriggerInput, context: Context): void {
    const before = entry.trigger
    entry.trigger = triggerStep(before, input, entry.guide, context)
    if (entry.trigger === before) return
    const { when } = entry.guide
    const { spent } = entry.trigger
    // Only what the next page could not find out by itself is worth keeping.
    if (when?.afterSeconds !== undefined || when?.event !== undefined)
      profile.setProgress(`trigger.${entry.key}`, spent ? undefined : entry.trigger)
    again(entry)
  }

  function hear(entry: Entry, wants: boolean, context: Context): void {
    const wanted = wants ? listening(entry.trigger, entry.guide, context) : {}
    const elements = mayShow() ? [...entry.needs.elements] : []
    const key = JSON.stringify([wanted, elements])
    const known = ears.get(entry)
    if (known?.wanted === key) return
    for (const cleanup of known?.cleanups ?? []) cleanup()
    const { dueAt, event: _, ...moments } = wanted
    const cleanups = elements.map((element) => stage.onMoment({ element }, () => again(entry)))
    if (dueAt !== undefined) cleanups.push(stage.later(dueAt - context.now, () => again(entry)))
    if (Object.keys(moments).length > 0)
      cleanups.push(stage.onMoment(moments, (input) => tell(entry, input, context)))
    ears.set(entry, { wanted: key, cleanups })
  }

  function review(entry: Entry, context: Context): boolean {
    const { guide, kind } = entry
    checkGoal(entry, context)
    const state = { ...CLEAR, consent: mayShow(), started: resumes(entry, context, profile), triggered: true }
    const may = passes(guide, kind, context, state)
    hear(entry, may && !state.started, context)
    const triggered = isTriggered(entry.trigger, guide, context)
    if (!may && triggered && guide.holdout) checkWithheld(entry, context, state)
    return may && (state.started || triggered)
  }

  function checkGoal({ guide, about }: Entry, context: Context): void {
    const record = recordOf(guide, context)
    const since = record?.first ?? record?.withheld
    if (!guide.goal || since === undefined || record?.goal !== undefined) return
    if (!goalReached(guide.goal, since, context)) return
    profile.update((history) => recordGuide(history, guide.id, { goal: context.now }))
    stage.track('Guide Goal Reached', { ...about(), held_out: record?.first === undefined })
  }

  function checkWithheld({ guide, kind, about }: Entry, context: Context, state: GateState): void {
    if (recordOf(guide, context)?.withheld !== undefined) return
    const refused = checkGates(guide, kind, context, state).filter(({ passed }) => !passed)
    if (refused.length !== 1 || refused[0]?.gate !== 'holdout') return
    profile.update((history) => recordGuide(history, guide.id, { withheld: context.now }))
    stage.track('Guide Withheld', about())
  }

  return {
    review,
    tell,
    destroy() {
      for (const { cleanups } of ears.values()) for (const cleanup of cleanups) cleanup()
      ears.clear()
    },
  }
}

/** A guide under way goes on after a reload whatever its gates say, unless the user has put it off. */
export function resumes({ key, guide, slot }: Entry, context: Context, profile: Profile): boolean {
  if (slot === 'aside' || profile.progress(key) === undefined) return false
  const record = recordOf(guide, context)
  return (record?.snoozedUntil ?? 0) <= (record?.last ?? 0)
}
