import type { Context } from '../core/context'
import { dateMs } from '../core/dates'
import { type Refusal, type Refused, recordOf } from '../core/gates'
import { isPutOff } from '../core/snooze'
import {
  isTriggered,
  type Listening,
  listening,
  newTrigger,
  type TriggerInput,
  type TriggerState,
  triggerStep,
} from '../core/triggers'
import type { Target } from '../schema'
import type { Entry } from './entries'
import type { createMeasure } from './measure'
import type { Profile } from './profile'
import type { Stage } from './stage'

interface Options {
  stage: Pick<Stage, 'onMoment' | 'track'>
  profile: Profile
  createMeasure: typeof createMeasure | undefined
  mayShow(): boolean
  /** It is on the screen; a checklist goes on asking about the elements of its items there, on other pages too. */
  isOpen(entry: Entry): boolean
  context(): Context
  /** What keeps the guide away, room on the screen, pacing and target aside. */
  refusal(entry: Entry, context: Context): Refused | undefined
  /** Something has changed by which this entry must be looked at again. */
  again(entry: Entry): void
  /** Nothing but its trigger keeps this entry away. */
  awaited(entry: Entry): void
}

/** Of one entry: what it listens to. */
interface Ears {
  wanted: string
  cleanups: readonly (() => void)[]
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

/** Refusals that end when an element of the audience comes or goes, or that leave the guide waiting for its moments. */
const WATCHES: ReadonlySet<Refusal | undefined> = new Set([undefined, 'trigger', 'audience'])

/**
 * Keeps the triggers of all guides: listens for exactly what each still waits for, and for nothing on behalf of guides
 * that could not be shown anyway.
 */
export function createReadiness(options: Options): Readiness {
  const { stage, profile, mayShow, isOpen, context, again } = options
  const ears = new Map<Entry, Ears>()
  const measure = options.createMeasure?.({ profile, track: stage.track, again })

  const savedAt = ({ key }: Entry): string => `trigger.${key}`

  function tell(entry: Entry, input: TriggerInput, now: Context): void {
    const before = entry.trigger
    entry.trigger = triggerStep(before, input, entry.guide, now)
    if (entry.trigger === before) return
    const { when } = entry.guide
    const { spent } = entry.trigger
    // Only what the next page could not find out by itself is worth keeping.
    if (when?.afterSeconds !== undefined || when?.event !== undefined)
      profile.setProgress(savedAt(entry), spent ? undefined : entry.trigger)
    again(entry)
  }

  function review(entry: Entry, now: Context): boolean {
    const { guide, trigger, needs } = entry
    const refusal = options.refusal(entry, now)?.refusal
    const isHeldOut = refusal === 'holdout'
    measure?.(entry, now, isHeldOut && isTriggered(trigger, guide, now))
    const waits = refusal === 'trigger' || (isHeldOut && recordOf(guide, now)?.withheld === undefined)
    const { dueAt, ...moments } = waits ? listening(trigger, guide, now) : {}
    entry.dueAt = refusal === 'early' ? dateMs(guide.from) : dueAt
    const isAsking = entry.slot === 'aside' && isOpen(entry)
    const watches = WATCHES.has(refusal) || isAsking || (guide.goal && mayShow())
    hear(entry, moments, watches ? needs.elements : [])
    if (refusal === 'trigger' || refusal === 'code') options.awaited(entry)
    return !refusal
  }

  function hear(entry: Entry, moments: Listening, elements: readonly Target[]): void {
    const waits = Object.keys(moments).length > 0
    const wanted = waits || elements.length > 0 ? JSON.stringify([moments, elements]) : ''
    const known = ears.get(entry)
    if ((known?.wanted ?? '') === wanted) return
    for (const cleanup of known?.cleanups ?? []) cleanup()
    const cleanups = elements.map((element) => stage.onMoment({ element }, () => again(entry)))
    if (waits) cleanups.push(stage.onMoment(moments, (input) => tell(entry, input, context())))
    ears.set(entry, { wanted, cleanups })
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
    },
  }
}

/** A guide under way goes on after a reload whatever its gates say, unless the user has put it off. */
export function resumes({ key, guide, slot }: Entry, context: Context, profile: Profile): boolean {
  if (slot === 'aside' || profile.progress(key) === undefined) return false
  return !isPutOff(recordOf(guide, context))
}
