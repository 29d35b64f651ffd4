import { choose } from '../core/arbiter'
import type { Context } from '../core/context'
import type { DebugGuide } from '../core/debug'
import { type Change, changeOf } from '../core/dependencies'
import type { ExplainedVerdict } from '../core/explain'
import { gateTarget } from '../core/gate-target'
import { firstRefusal, type Gate, type GateState, type Refusal, type Refused } from '../core/gates'
import { gapEnd } from '../core/pacing'
import type { Outcome } from '../core/surface'
import { isTriggered } from '../core/triggers'
import type { Pacing, Problem, WireEvent } from '../schema'
import type { Entry } from './entries'
import type { createMeasure } from './measure'
import { createMissingTargets } from './missing-targets'
import { createOpener } from './opener'
import type { Profile } from './profile'
import { createReadiness, resumes } from './readiness'
import type { SharedHost } from './showing'
import type { Obstacles, Stage } from './stage'

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
  hear(event: WireEvent): void
  /** Looks again at what depends on this, soon and once for all changes of a moment. */
  touch(change: Change): void
  start(id: string): Promise<'shown' | Gate>
  stop(id: string): void
  explain(id: string): Promise<ExplainedVerdict[]>
  /** Every guide, in the order of the config. */
  list(): DebugGuide[]
  /** Somebody else uses the page: what is open is not theirs. */
  changeUser(): void
  /** The page was restored from the back/forward cache: another tab may have taken the place. */
  reclaim(): void
  destroy(): void
}

/** Decides on every change what is shown, and has it shown. The decisions themselves are pure, in `core/`. */
export function createDirector(options: DirectorOptions): Director {
  const { entries, problems, pacing, shared, profile, stage, mayShow, isAwaiting, settled, onGuide } = options
  // A page is part of every trigger; `all` is a change of user or of consent.
  const dependents = (change: Change): readonly Entry[] =>
    change === 'page' || change === 'all' ? entries : entries.filter(({ needs }) => needs.changes.has(change))
  const dirty = new Set<Entry>()
  const ready = new Set<Entry>()
  let scheduled = false
  let destroyed = false
  let stopWaiting = (): void => {}

  const missingTargets = createMissingTargets(stage)
  const readiness = createReadiness({ ...options, again })
  const opener = createOpener({
    shared,
    profile,
    stage,
    again: schedule,
    refusal(entry, asked) {
      const context = shared.context()
      // Asked anew: what was under way may have been another user's.
      return verdictOn(entry, context, asked || resumes(entry, context, profile))?.gate
    },
    shown(entry) {
      readiness.tell(entry, { type: 'shown' }, shared.context())
      onGuide(entry, 'shown')
    },
    ended(entry, outcome) {
      onGuide(entry, outcome)
      touch(changeOf('guide', entry.guide.id))
      again(entry)
    },
  })

  function again(entry: Entry): void {
    dirty.add(entry)
    schedule()
  }
  function touch(change: Change): void {
    for (const entry of dependents(change)) dirty.add(entry)
    schedule()
  }
  function schedule(): void {
    if (!scheduled) queueMicrotask(settle)
    scheduled = true
  }

  function settle(): void {
    scheduled = false
    if (destroyed) return
    if (!mayShow()) opener.leave()
    const context = shared.context()
    for (const entry of dirty) {
      if (readiness.review(entry, context)) ready.add(entry)
      else ready.delete(entry)
    }
    dirty.clear()
    if (!isAwaiting()) offer(context)
    settled()
  }

  const verdictOn = (entry: Entry, context: Context, started: boolean): Refused | undefined =>
    firstRefusal(entry.guide, entry.kind, context, gateState(entry, context, started))

  function gateState(entry: Entry, context: Context, started: boolean): GateState {
    const target = gateTarget(entry.guide)
    return {
      open: opener.openGuides(entry),
      typing: stage.isTyping(),
      hidden: stage.isHidden(),
      problem: undefined,
      consent: mayShow(),
      triggered: isTriggered(entry.trigger, entry.guide, context),
      pacing,
      started,
      get dialogOpen() {
        return stage.isDialogOpen() && !(target && stage.isInDialog(target))
      },
      get targetFound() {
        return target === undefined || context.isVisible(target)
      },
    }
  }

  /** Opens the best of what is ready, and waits for what stands in the way of the rest. */
  function offer(context: Context): void {
    stopWaiting()
    const judged = [...ready]
      .filter((entry) => !opener.isOpen(entry))
      .map((entry) => {
        const started = resumes(entry, context, profile)
        return { entry, started, refusal: verdictOn(entry, context, started)?.refusal }
      })
    const refused = (why: Refusal | undefined) => judged.filter(({ refusal }) => refusal === why)
    const missing = refused('missing').map(({ entry }) => entry)
    const obstacles: Obstacles = {
      typing: refused('typing').length > 0,
      dialog: refused('dialog').length > 0,
      hidden: refused('hidden').length > 0,
      targets: missing.flatMap(({ guide }) => gateTarget(guide) ?? []),
    }
    missingTargets.see(missing)
    const clears: (() => void)[] = []
    if (Object.values(obstacles).some((one) => one === true) || missing.length > 0)
      clears.push(stage.onceClear(obstacles, schedule))
    if (pacing && refused('gap').length > 0) {
      const endsAt = gapEnd(pacing, context.history.interruptions)
      clears.push(stage.later(endsAt - context.now, schedule))
    }
    stopWaiting = () => {
      for (const clear of clears) clear()
    }
    for (const { entry } of choose(refused(undefined))) void opener.open(entry, false)
  }

  function changeUser(): void {
    opener.leave()
    for (const entry of entries) readiness.restore(entry)
    newPage()
    touch('all')
  }

  function newPage(): void {
    const context = shared.context()
    missingTargets.newPage()
    for (const entry of entries) readiness.tell(entry, { type: 'page' }, context)
  }

  const find = (id: string): Entry | undefined => entries.find(({ guide }) => guide.id === id)

  async function start(id: string): Promise<'shown' | Gate> {
    const entry = find(id)
    if (!entry) {
      stage.report.warn(`start("${id}"): there is no guide with this id`)
      return 'valid'
    }
    const showings = opener.showings()
    const shown = showings.find((showing) => showing.entry === entry)
    if (shown) {
      shown.surface.expand?.()
      return 'shown'
    }
    const refusedBy = () => verdictOn(entry, shared.context(), true)?.gate
    const refused = refusedBy()
    if (refused && refused !== 'free') return refused
    const others = showings.filter((other) => entry.slot !== 'aside' && other.entry.slot === entry.slot)
    for (const other of others) other.end('superseded')
    return (others.length > 0 ? refusedBy() : refused) ?? opener.open(entry, true)
  }

  async function explain(id: string): Promise<ExplainedVerdict[]> {
    const entry = find(id)
    const problem = problems.find(({ guide, level }) => guide === id && level === 'error')
    if (!entry) return problem ? [{ gate: 'valid', passed: false, why: problem.message }] : []
    if (scheduled) settle()
    const context = shared.context()
    const state = gateState(entry, context, resumes(entry, context, profile))
    const { guide, kind, slot } = entry
    const { explainGates } = await import('../core/explain')
    return explainGates({ guide, kind, slot, context, state })
  }

  for (const entry of entries) readiness.restore(entry)
  return {
    start,
    explain,
    list: () =>
      entries.map((entry) => ({ id: entry.guide.id, kind: entry.kind, isOpen: opener.isOpen(entry) })),
    changeUser,
    hear({ type, event, properties }) {
      if (type !== 'track' || !event) return
      const input = { type: 'event', name: event, properties: properties ?? {} } as const
      const context = shared.context()
      const change = changeOf('event', event)
      for (const entry of dependents(change)) readiness.tell(entry, input, context)
      touch(change)
    },
    touch(change) {
      if (change === 'page') newPage()
      touch(change)
    },
    stop(id) {
      for (const showing of opener.showings()) if (showing.entry.guide.id === id) showing.end('close')
    },
    reclaim: () => void opener.reclaim(),
    destroy() {
      destroyed = true
      stopWaiting()
      missingTargets.destroy()
      readiness.destroy()
      opener.destroy()
    },
  }
}
