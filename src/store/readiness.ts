import type { Context } from '../core/context'
import { dateMs } from '../core/dates'
import { CHEAP_FIRST, firstRefusal, type GateState, type Refusal, recordOf } from '../core/gates'
import {
  isTriggered,
  type Listening,
  listening,
  newTrigger,
  type TriggerInput,
  type TriggerState,
  triggerStep,
} from '../core/triggers'
import type { Entry } from './entries'
import type { createMeasure } from './measure'
import type { Profile } from './profile'
import type { Stage } from './stage'

interface Options {
  stage: Pick<Stage, 'onMoment' | 'later' | 'track'>
  profile: Profile
  createMeasure: typeof createMeasure | undefined
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
  /** The trigger of an entry goes on where this user has left it. */
  restore(entry: Entry): void
  /** Lets the trigger of an entry know. */
  tell(entry: Entry, input: TriggerInput, context: Context): void
  destroy(): void
}

/** Nothing stands in the way: what is left are the gates that only change with the guide, the user and the trigger. */
const clearState = (consent: boolean, started: boolean): GateState => ({
  consent,
  started,
  triggered: true,
  problem: undefined,
  open: [],
  typing: false,
  dialogOpen: false,
  hidden: false,
  pacing: undefined,
  targetFound: true,
})

/**
 * Keeps the triggers of all guides: listens for exactly what each still waits for, and for nothing on behalf of guides
 * that could not be shown anyway.
 */
export function createReadiness(options: Options): Readiness {
  const { stage, profile, mayShow, again } = options
  const ears = new Map<Entry, Ears>()
  const measure = options.createMeasure?.({ profile, track: stage.track, again })

  const savedAt = ({ key }: Entry): string => `trigger.${key}`

  function tell(entry: Entry, input: TriggerInput, context: Context): void {
    const before = entry.trigger
    entry.trigger = triggerStep(before, input, entry.guide, context)
    if (entry.trigger === before) return
    const { when } = entry.guide
    const { spent } = entry.trigger
    // Only what the next page could not find out by itself is worth keeping.
    if (when?.afterSeconds !== undefined || when?.event !== undefined)
      profile.setProgress(savedAt(entry), spent ? undefined : entry.trigger)
    again(entry)
  }

  function review(entry: Entry, context: Context): boolean {
    const { guide, kind } = entry
    const started = resumes(entry, context, profile)
    const refusal = firstRefusal(guide, kind, context, clearState(mayShow(), started), CHEAP_FIRST)?.refusal
    const triggered = isTriggered(entry.trigger, guide, context)
    measure?.(entry, context, refusal === 'holdout' && triggered)
    hear(entry, started ? {} : wantedBy(entry, refusal, context), refusal, context)
    return !refusal && (started || triggered)
  }

  /** What brings the guide nearer to the screen, or nearer to being told of as withheld. */
  function wantedBy({ guide, trigger }: Entry, refusal: Refusal | undefined, context: Context): Listening {
    if (refusal === 'early') return { dueAt: dateMs(guide.from) }
    const waits = !refusal || (refusal === 'holdout' && recordOf(guide, context)?.withheld === undefined)
    return waits ? listening(trigger, guide, context) : {}
  }

  function hear(entry: Entry, wanted: Listening, refusal: Refusal | undefined, context: Context): void {
    const watches = !refusal || refusal === 'audience' || (entry.guide.goal && mayShow())
    const elements = watches ? [...entry.needs.elements] : []
    const known = ears.get(entry)
    const key = isEmpty(wanted) && elements.length === 0 ? '' : JSON.stringify([wanted, elements])
    if ((known?.wanted ?? '') === key) return
    for (const cleanup of known?.cleanups ?? []) cleanup()
    const { dueAt, event: _, ...moments } = wanted
    const cleanups = elements.map((element) => stage.onMoment({ element }, () => again(entry)))
    if (dueAt !== undefined) cleanups.push(stage.later(dueAt - context.now, () => again(entry)))
    if (!isEmpty(moments)) cleanups.push(stage.onMoment(moments, (input) => tell(entry, input, context)))
    ears.set(entry, { wanted: key, cleanups })
  }

  return {
    review,
    restore(entry) {
      // Only `tell` writes these.
      entry.trigger = (profile.progress(savedAt(entry)) as TriggerState | undefined) ?? newTrigger
    },
    tell,
    destroy() {
      for (const { cleanups } of ears.values()) for (const cleanup of cleanups) cleanup()
      ears.clear()
    },
  }
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0

/** A guide under way goes on after a reload whatever its gates say, unless the user has put it off. */
export function resumes({ key, guide, slot }: Entry, context: Context, profile: Profile): boolean {
  if (slot === 'aside' || profile.progress(key) === undefined) return false
  const record = recordOf(guide, context)
  return (record?.snoozedUntil ?? 0) <= (record?.last ?? 0)
}
