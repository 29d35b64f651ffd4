import { choose } from '../core/arbiter'
import type { Context } from '../core/context'
import type { DebugGuide } from '../core/debug'
import { type Change, changeOf } from '../core/dependencies'
import type { ExplainedVerdict } from '../core/explain'
import {
  firstRefusal,
  type Gate,
  type GateState,
  type Refusal,
  type Refused,
  STANDING_GATES,
} from '../core/gates'
import { gapEnd } from '../core/pacing'
import type { Outcome, SharedHost } from '../core/surface'
import type { Pacing, Problem } from '../schema'
import { createAlarm } from './alarm'
import type { Entry } from './entries'
import { faultsOf } from './faults'
import { createLazyWaits } from './lazy-waits'
import type { createMeasure } from './measure'
import { createOpener } from './opener'
import type { Profile } from './profile'
import { createReadiness, resumes } from './readiness'
import type { Showing } from './showing'
import type { Stage } from './stage'

export interface DirectorOptions {
  entries: readonly Entry[]
  /** What is wrong with the config; guides it names are not among the entries. */
  problems: readonly Problem[]
  pacing: Pacing | undefined
  shared: SharedHost
  profile: Profile
  stage: Stage
  /** Absent when the config has neither goals nor holdouts. */
  createMeasure: typeof createMeasure | undefined
  mayShow(): boolean
  /** More is about to be known of the user: what comes by itself waits for it. */
  isAwaiting(): boolean
  /** Runs after every change has been looked at. */
  settled(): void
  onGuide(entry: Entry, phase: 'shown' | Outcome): void
}

export interface Director {
  /** A tracked event, for triggers; its history is recorded before. */
  hear(event: string, properties: Readonly<Record<string, unknown>>): void
  /** Looks again at what depends on this, or at all guides; soon, and once for all changes of a moment. */
  touch(change?: Change): void
  /** The user has come to another page. */
  newPage(): void
  start(id: string): Promise<'shown' | Gate>
  stop(id: string): void
  explain(id: string): Promise<ExplainedVerdict[]>
  /** Every guide, in the order of the config. */
  guides(): DebugGuide[]
  /** Somebody else uses the page: what is open is not theirs. */
  changeUser(): void
  /** The page was restored from the back/forward cache: another tab may have taken the place. */
  reclaim(): void
  destroy(): void
}

/** What keeps a guide away and goes by itself. */
const OBSTACLES: ReadonlySet<Refusal | undefined> = new Set(['typing', 'dialog', 'hidden', 'missing'])

/** Decides on every change what is shown, and has it shown. The decisions themselves are pure, in `core/`. */
export function createDirector(options: DirectorOptions): Director {
  const { entries, problems, pacing, shared, profile, stage, mayShow, onGuide } = options
  const { context } = shared
  const dirty = new Set<Entry>()
  const ready = new Set<Entry>()
  const delayed = new Set<Entry>()
  let scheduled = false
  let destroyed = false

  const waits = createLazyWaits(stage, schedule)
  const alarm = createAlarm(stage.later, () => {
    delayed.forEach(again)
    schedule()
  })
  const readiness = createReadiness({
    ...options,
    context,
    again,
    isOpen: (entry) => opener.isOpen(entry),
    awaited: (entry) => stage.rehearse(entry, shared, () => mayShow() && !destroyed),
    refusal: (entry, now) =>
      firstRefusal(entry, now, stateOf(entry, resumes(entry, now, profile)), STANDING_GATES),
  })
  const opener = createOpener({
    shared,
    profile,
    stage,
    again: schedule,
    refusal(entry, asked) {
      const now = context()
      // Asked anew: what was under way may have been another user's.
      return verdictOn(entry, now, asked || resumes(entry, now, profile))?.gate
    },
    shown(entry) {
      readiness.tell(entry, { type: 'done' }, context())
      onGuide(entry, 'shown')
    },
    ended(entry, outcome, wasSeen) {
      const how = wasSeen ? 'ended' : 'done'
      readiness.tell(entry, { type: outcome === 'failed' ? outcome : how }, context())
      onGuide(entry, outcome)
      touch(changeOf('guide', entry.guide.id))
      again(entry)
    },
  })

  function again(entry: Entry): void {
    dirty.add(entry)
    schedule()
  }
  function touch(change?: Change): void {
    for (const entry of entries) if (!change || entry.needs.changes.has(change)) again(entry)
    // Surfaces that are open may ask about it too.
    schedule()
  }
  function schedule(): void {
    if (!scheduled) queueMicrotask(settle)
    scheduled = true
  }

  function settle(): void {
    scheduled = false
    if (destroyed) return
    if (!mayShow()) opener.leave('consent')
    const now = context()
    // It has done its work here too, and waits for its moments again.
    for (const entry of opener.leaveOver(now)) readiness.tell(entry, { type: 'done' }, now)
    for (const entry of dirty) {
      ready.delete(entry)
      delayed.delete(entry)
      if (readiness.review(entry, now)) ready.add(entry)
      if (entry.dueAt) delayed.add(entry)
    }
    dirty.clear()
    const gapEndsAt = options.isAwaiting() ? Infinity : offer(now)
    alarm.set([gapEndsAt, ...[...delayed].map(({ dueAt }) => dueAt ?? Infinity)], now.now)
    options.settled()
  }

  const stateOf = (entry: Entry, started: boolean, leaving: readonly Showing[] = []): GateState => ({
    started,
    consent: mayShow(),
    pacing,
    openGuides: () => opener.openGuides([entry, ...leaving.map((other) => other.entry)]),
    page: stage,
  })
  const verdictOn = (entry: Entry, now: Context, started: boolean): Refused | undefined =>
    firstRefusal(entry, now, stateOf(entry, started))

  /** Opens the best of what is ready, and waits for what stands in the way of the rest. Returns when the gap ends. */
  function offer(now: Context): number {
    const judged = [...ready]
      .filter((entry) => !opener.isOpen(entry))
      .map((entry) => {
        const started = resumes(entry, now, profile)
        return { entry, started, refusal: verdictOn(entry, now, started)?.refusal }
      })
    waits.see(judged.filter(({ refusal }) => OBSTACLES.has(refusal)))
    for (const { entry } of choose(judged.filter(({ refusal }) => !refusal))) void opener.open(entry, false)
    const isPaced = judged.some(({ refusal }) => refusal === 'gap')
    return pacing && isPaced ? gapEnd(pacing, now.history.interruptions) : Infinity
  }

  function newPage(): void {
    const now = context()
    waits.newPage()
    for (const entry of entries) readiness.tell(entry, { type: 'page' }, now)
    touch()
  }

  const restore = (): void => entries.forEach(readiness.restore)

  const find = (id: string): Entry | undefined => entries.find(({ guide }) => guide.id === id)

  async function start(id: string): Promise<'shown' | Gate> {
    const entry = find(id)
    if (!entry) {
      for (const why of faultsOf(id, problems)) stage.report.warn(`start("${id}"): ${why}`)
      return 'valid'
    }
    const showings = opener.showings()
    const shown = showings.find((showing) => showing.entry === entry)
    if (shown) {
      shown.surface.expand?.()
      return shown.seen
    }
    const leaving = showings.filter(({ entry: { slot } }) => slot !== 'aside' && slot === entry.slot)
    const refused = firstRefusal(entry, context(), stateOf(entry, true, leaving))
    if (refused) return refused.gate
    // Opened first, so that the place among the tabs goes from one to the other and is never free.
    const opened = opener.open(entry, true)
    for (const other of leaving) other.end('superseded')
    return opened
  }

  async function explain(id: string): Promise<ExplainedVerdict[]> {
    const entry = find(id)
    if (!entry) return faultsOf(id, problems).map((why) => ({ gate: 'valid', passed: false, why }))
    if (scheduled) settle()
    const now = context()
    const { explainGates } = await import('../core/explain')
    return explainGates({ ...entry, context: now, state: stateOf(entry, resumes(entry, now, profile)) })
  }

  restore()
  return {
    touch,
    newPage,
    start,
    explain,
    guides: () =>
      entries.map((entry) => ({ id: entry.guide.id, kind: entry.kind, isOpen: opener.isOpen(entry) })),
    changeUser() {
      opener.leave('free')
      restore()
      // Later in this turn the session of the next user begins; a delay is of that one.
      queueMicrotask(() => destroyed || newPage())
    },
    hear(event, properties) {
      const input = { type: 'event', name: event, properties } as const
      const now = context()
      const change = changeOf('event', event)
      for (const entry of entries) if (entry.needs.changes.has(change)) readiness.tell(entry, input, now)
      touch(change)
      // It tells of a guide, whose history others may ask about.
      const { guide_id } = properties
      if (typeof guide_id === 'string') touch(changeOf('guide', guide_id))
    },
    stop(id) {
      for (const showing of opener.showings()) if (showing.entry.guide.id === id) showing.end('close')
    },
    reclaim: () => void opener.reclaim(),
    destroy() {
      destroyed = true
      alarm.stop()
      waits.destroy()
      readiness.destroy()
      opener.destroy()
    },
  }
}
