import { type Candidate, choose } from '../core/arbiter'
import type { Context } from '../core/context'
import { type ExplainedVerdict, explainGates } from '../core/explain'
import { gateTarget } from '../core/gate-target'
import { checkGates, firstRefusal, type Gate, type GateState, type Refusal } from '../core/gates'
import type { Outcome } from '../core/surface'
import { isTriggered } from '../core/triggers'
import type { Pacing, Problem, WireEvent } from '../schema'
import { type Change, indexDependents } from './dependents'
import type { Entry } from './entries'
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
  mayShow(): boolean
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
  explain(id: string): ExplainedVerdict[]
  /** The page was restored from the back/forward cache: another tab may have taken the place. */
  reclaim(): void
  destroy(): void
}

/** Decides on every change what is shown, and has it shown. The decisions themselves are pure, in `core/`. */
export function createDirector(options: DirectorOptions): Director {
  const { entries, problems, pacing, shared, profile, stage, mayShow, settled, onGuide } = options
  const dependents = indexDependents(entries)
  const dirty = new Set<Entry>()
  const ready = new Set<Entry>()
  let scheduled = false
  let destroyed = false
  let stopWaiting = (): void => {}

  const readiness = createReadiness({ stage, profile, mayShow, again })
  const opener = createOpener({
    shared,
    profile,
    stage,
    freed: schedule,
    refusal(entry, started) {
      const context = shared.context()
      return refusalOf(entry, context, gateState(entry, context, started))?.gate
    },
    shown(entry) {
      readiness.tell(entry, { type: 'shown' }, shared.context())
      onGuide(entry, 'shown')
    },
    ended(entry, outcome) {
      onGuide(entry, outcome)
      touch(`guide:${entry.guide.id}`)
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
    const context = shared.context()
    for (const entry of dirty) {
      if (readiness.review(entry, context)) ready.add(entry)
      else ready.delete(entry)
    }
    dirty.clear()
    offer(context)
    settled()
  }

  const refusalOf = ({ guide, kind }: Entry, context: Context, state: GateState) =>
    firstRefusal(checkGates(guide, kind, context, state))

  const surroundings = (except?: Entry) => ({
    open: opener.openGuides(except),
    typing: stage.isTyping(),
    dialogOpen: stage.isDialogOpen(),
    hidden: stage.isHidden(),
  })

  function gateState(entry: Entry, context: Context, started: boolean): GateState {
    const target = gateTarget(entry.guide)
    const around = surroundings(entry)
    return {
      ...around,
      dialogOpen: around.dialogOpen && !(target && stage.isInDialog(target)),
      problem: undefined,
      consent: mayShow(),
      triggered: isTriggered(entry.trigger, entry.guide, context),
      pacing,
      started,
      targetFound: target === undefined || context.isVisible(target),
    }
  }

  /** Opens the best of what is ready, and waits for what stands in the way of the rest. */
  function offer(context: Context): void {
    stopWaiting()
    const obstacles: Obstacles = { typing: false, dialog: false, hidden: false, targets: [] }
    const candidates = new Map<Candidate, Entry>()
    for (const entry of ready) {
      if (opener.isOpen(entry)) continue
      const { guide, kind, order } = entry
      const started = resumes(entry, context, profile)
      const state = gateState(entry, context, started)
      const refusal = refusalOf(entry, context, state)?.refusal
      if (refusal) noteObstacle(obstacles, refusal, entry)
      else candidates.set({ guide, kind, order, started, inDialog: !state.dialogOpen }, entry)
    }
    const { typing, dialog, hidden, targets } = obstacles
    if (typing || dialog || hidden || targets.length > 0) stopWaiting = stage.onceClear(obstacles, schedule)
    for (const candidate of choose([...candidates.keys()], surroundings()).open) {
      const entry = candidates.get(candidate)
      if (entry) void opener.open(entry, candidate.started)
    }
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
    for (const other of showings)
      if (entry.slot !== 'aside' && other.entry.slot === entry.slot) other.end('superseded')
    const context = shared.context()
    return refusalOf(entry, context, gateState(entry, context, true))?.gate ?? opener.open(entry, true)
  }

  function explain(id: string): ExplainedVerdict[] {
    const entry = find(id)
    const problem = problems.find(({ guide, level }) => guide === id && level === 'error')
    if (!entry) return problem ? [{ gate: 'valid', passed: false, why: problem.message }] : []
    settle()
    const context = shared.context()
    const state = gateState(entry, context, resumes(entry, context, profile))
    return explainGates(entry.guide, entry.kind, context, state, shared.locale)
  }

  return {
    start,
    explain,
    hear({ type, event, properties }) {
      if (type !== 'track' || !event) return
      const input = { type: 'event', name: event, properties: properties ?? {} } as const
      const context = shared.context()
      for (const entry of dependents(`event:${event}`)) readiness.tell(entry, input, context)
      touch(`event:${event}`)
    },
    touch(change) {
      const context = shared.context()
      if (change === 'page') for (const entry of entries) readiness.tell(entry, { type: 'page' }, context)
      touch(change)
    },
    stop(id) {
      for (const showing of opener.showings()) if (showing.entry.guide.id === id) showing.end('close')
    },
    reclaim: () => void opener.reclaim(),
    destroy() {
      destroyed = true
      stopWaiting()
      readiness.destroy()
      opener.destroy()
    },
  }
}

function noteObstacle(obstacles: Obstacles, refusal: Refusal, { guide }: Entry): void {
  const target = gateTarget(guide)
  if (refusal === 'typing' || refusal === 'dialog' || refusal === 'hidden') obstacles[refusal] = true
  else if (refusal === 'missing' && target) obstacles.targets = [...obstacles.targets, target]
}
