import { type Candidate, choose } from '../core/arbiter'
import type { Context } from '../core/context'
import type { OpenGuide } from '../core/free'
import { gateTarget } from '../core/gate-target'
import { checkGates, firstRefusal, type GateState, type Verdict } from '../core/gates'
import type { OpenSurface, Outcome } from '../core/surface'
import type { Pacing, Problem, WireEvent } from '../schema'
import { type Change, indexDependents } from './dependents'
import type { Entry } from './entries'
import type { Profile } from './profile'
import { createReadiness, resumes } from './readiness'
import { openShowing, type SharedHost, type Showing } from './showing'
import type { Obstacles, Stage } from './stage'

export interface DirectorOptions {
  entries: readonly Entry[]
  /** What is wrong with the config; guides it names by their path are not among the entries. */
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
  start(id: string): Promise<'shown' | Verdict['gate']>
  stop(id: string): void
  explain(id: string): Verdict[]
  /** The page was restored from the back/forward cache: another tab may have taken the place. */
  reclaim(): void
  destroy(): void
}

/** Decides on every change what is shown, and shows it. The decisions themselves are pure, in `core/`. */
export function createDirector(options: DirectorOptions): Director {
  const { entries, problems, pacing, shared, profile, stage, mayShow, settled, onGuide } = options
  const dependents = indexDependents(entries)
  const dirty = new Set<Entry>()
  const ready = new Set<Entry>()
  const opening = new Set<Entry>()
  const showings = new Map<Entry, Showing>()
  let scheduled = false
  let ended = false
  let takenElsewhere = false
  let stopWaiting = (): void => {}
  let stopFreed = (): void => {}

  const again = (entry: Entry): void => {
    dirty.add(entry)
    schedule()
  }
  const readiness = createReadiness({ stage, profile, mayShow, again })

  function schedule(): void {
    if (!scheduled) queueMicrotask(settle)
    scheduled = true
  }

  function settle(): void {
    scheduled = false
    if (ended) return
    const context = shared.context()
    for (const entry of dirty) {
      if (readiness.review(entry, context)) ready.add(entry)
      else ready.delete(entry)
    }
    dirty.clear()
    offer(context)
    settled()
  }

  function gateState(entry: Entry, context: Context, started: boolean): GateState {
    const target = gateTarget(entry.guide)
    return {
      problem: undefined,
      consent: mayShow(),
      triggered: ready.has(entry),
      pacing,
      started,
      targetFound: target === undefined || context.isVisible(target),
      open: openGuides(entry),
      typing: stage.isTyping(),
      dialogOpen: stage.isDialogOpen() && !(target && stage.isInDialog(target)),
      hidden: stage.isHidden(),
    }
  }

  function openGuides(except: Entry): OpenGuide[] {
    const here = [...showings.keys(), ...opening]
      .filter((entry) => entry !== except)
      .map(({ guide, kind, slot }) => ({ id: guide.id, kind, slot, here: true }))
    return takenElsewhere ? [...here, { id: '', kind: 'tour', slot: 'interrupt', here: false }] : here
  }

  /** Opens the best of what is ready, and waits for what stands in the way of the rest. */
  function offer(context: Context): void {
    stopWaiting()
    const waiting: Obstacles = { typing: false, dialog: false, hidden: false, targets: [] }
    const candidates: (Candidate & { entry: Entry })[] = []
    for (const entry of ready) {
      if (showings.has(entry) || opening.has(entry)) continue
      const { guide, kind, order } = entry
      const started = resumes(entry, context, profile)
      const state = gateState(entry, context, started)
      const refusal = firstRefusal(checkGates(guide, kind, context, state))?.refusal
      if (refusal === undefined)
        candidates.push({ entry, guide, kind, order, started, inDialog: !state.dialogOpen })
      else noteObstacle(waiting, refusal, entry)
    }
    if (waiting.typing || waiting.dialog || waiting.hidden || waiting.targets.length > 0)
      stopWaiting = stage.onceClear(waiting, schedule)
    const { open: chosen } = choose(candidates, surroundings())
    for (const candidate of candidates)
      if (chosen.includes(candidate)) void open(candidate.entry, candidate.started)
  }

  const surroundings = () => ({
    open: [...showings.keys(), ...opening].map(({ guide, kind, slot }) => ({
      id: guide.id,
      kind,
      slot,
      here: true,
    })),
    typing: stage.isTyping(),
    dialogOpen: stage.isDialogOpen(),
    hidden: stage.isHidden(),
  })

  async function open(entry: Entry, started: boolean): Promise<'shown' | Verdict['gate']> {
    opening.add(entry)
    try {
      const surface = await stage.load(entry.kind)
      if (entry.slot === 'interrupt' && !(await claim())) return 'free'
      // Chunk and place took their time: the world may be another one now.
      const context = shared.context()
      const refused = firstRefusal(
        checkGates(entry.guide, entry.kind, context, gateState(entry, context, started)),
      )
      if (ended || refused) return refused?.gate ?? 'free'
      return await show(entry, surface)
    } catch (error) {
      stage.report('error', `${entry.key} could not be shown: ${(error as Error).message}`)
      return 'target'
    } finally {
      opening.delete(entry)
      releaseIfIdle()
    }
  }

  /** Resolves when the user can see it, or when it has ended before that. */
  function show(entry: Entry, surface: OpenSurface): Promise<'shown' | 'target'> {
    return new Promise((resolve) => {
      let over = false
      const showing = openShowing(
        entry,
        surface,
        shared,
        { read: profile.progress, write: profile.setProgress },
        {
          track: stage.track,
          history: profile.update,
          shown() {
            readiness.tell(entry, { type: 'shown' }, shared.context())
            onGuide(entry, 'shown')
            resolve('shown')
          },
          ended(outcome) {
            over = true
            showings.delete(entry)
            releaseIfIdle()
            onGuide(entry, outcome)
            resolve('target')
            touch(`guide:${entry.guide.id}`)
            again(entry)
          },
        },
      )
      if (!over) showings.set(entry, showing)
      if (profile.progress(entry.key) !== undefined) resolve('shown')
    })
  }

  async function claim(): Promise<boolean> {
    if (await stage.claim()) return true
    takenElsewhere = true
    stopFreed()
    stopFreed = stage.onFreed(() => {
      takenElsewhere = false
      schedule()
    })
    return false
  }

  function releaseIfIdle(): void {
    if (![...showings.keys(), ...opening].some(({ slot }) => slot === 'interrupt')) stage.release()
  }

  function touch(change: Change): void {
    for (const entry of dependents(change)) dirty.add(entry)
    schedule()
  }

  const isBroken = (id: string): boolean =>
    problems.some(({ guide, level }) => guide === id && level === 'error')
  const find = (id: string): Entry | undefined => entries.find(({ guide }) => guide.id === id)

  return {
    hear(event) {
      if (event.type !== 'track' || !event.event) return
      const context = shared.context()
      const input = { type: 'event', name: event.event, properties: event.properties ?? {} } as const
      for (const entry of dependents(`event:${event.event}`)) readiness.tell(entry, input, context)
      touch(`event:${event.event}`)
    },
    touch(change) {
      if (change === 'page')
        for (const entry of entries) readiness.tell(entry, { type: 'page' }, shared.context())
      touch(change)
    },
    async start(id) {
      const entry = find(id)
      if (!entry) {
        stage.report('warn', `start("${id}"): there is no guide with this id`)
        return 'valid'
      }
      const shown = showings.get(entry)
      if (shown) {
        shown.surface.expand?.()
        return 'shown'
      }
      for (const other of showings.values())
        if (other.entry.slot === entry.slot && entry.slot !== 'aside') other.end('superseded')
      const context = shared.context()
      const refused = firstRefusal(
        checkGates(entry.guide, entry.kind, context, gateState(entry, context, true)),
      )
      return refused ? refused.gate : open(entry, true)
    },
    stop(id) {
      for (const showing of showings.values()) if (showing.entry.guide.id === id) showing.end('close')
    },
    explain(id) {
      const entry = find(id)
      if (!entry) return isBroken(id) ? [{ gate: 'valid', passed: false, refusal: 'problem' }] : []
      settle()
      const context = shared.context()
      return checkGates(
        entry.guide,
        entry.kind,
        context,
        gateState(entry, context, resumes(entry, context, profile)),
      )
    },
    reclaim() {
      for (const showing of [...showings.values()].filter(({ entry }) => entry.slot === 'interrupt'))
        void claim().then((mine) => {
          if (mine) return
          showings.delete(showing.entry)
          showing.leave()
        })
    },
    destroy() {
      ended = true
      stopWaiting()
      stopFreed()
      readiness.destroy()
      for (const showing of showings.values()) showing.leave()
      showings.clear()
      stage.release()
    },
  }
}

function noteObstacle(waiting: Obstacles, refusal: string, { guide }: Entry): void {
  const target = gateTarget(guide)
  if (refusal === 'typing' || refusal === 'dialog' || refusal === 'hidden') waiting[refusal] = true
  else if (refusal === 'missing' && target) waiting.targets = [...waiting.targets, target]
}
