import type { Step } from '../schema'
import { prepend, saved } from './tour-reveal'
import type { Scene, StepHow, TourEffect, TourResult, TourState } from './tour-types'
import { stepProperties } from './tour-view'

const DEFAULT_WAIT_SECONDS = 10

export const close = (
  { tour }: Scene,
  state: TourState,
  outcome: 'completed' | 'dismissed' | 'failed',
  properties: Record<string, unknown>,
): TourResult => ({
  state: undefined,
  effects: [{ type: 'close', outcome, properties: { ...stepProperties(tour, state.step), ...properties } }],
})

/** Leaves the step for later; it is gone back to, as another showing. */
export const snooze = ({ tour }: Scene, state: TourState): TourResult => ({
  state: undefined,
  effects: [
    { type: 'save', state: { ...state, announced: false } },
    { type: 'close', outcome: 'snoozed', properties: stepProperties(tour, state.step) },
  ],
})

/** The first step from `index` on that is for this user; without one the tour is over. */
export function enterFrom(scene: Scene, state: TourState, index: number): TourResult {
  const { tour, rules, context } = scene
  const step = tour.steps.slice(Math.max(index, 0)).find(({ show }) => !show || rules.evaluate(show, context))
  if (step) return enter(scene, { ...state, backwards: false }, step)
  return state.seen.length > 0
    ? close(scene, state, 'completed', {})
    : close(scene, state, 'failed', { reason: 'no_step_shown' })
}

/** On to a step: waits for its page, then for its target and for a moment when it interrupts nobody. */
export function enter(scene: Scene, state: TourState, step: Step, { prepare = true } = {}): TourResult {
  const { rules, context } = scene
  const { path, search, now } = context
  const reached = (page: Step['page']) => page !== undefined && rules.matchesPage(page, path, search)
  if (reached(step.advance?.page))
    return skipReached(scene, { ...state, step: step.id, phase: 'target' }, step)
  const away = step.page !== undefined && !reached(step.page)
  const waitsOn = away && state.phase === 'page' && state.step === step.id
  const at = { ...state, step: step.id, since: waitsOn ? state.since : now }
  if (away) return saved({ ...at, phase: 'page' }, [{ type: 'hide' }])
  const effects: TourEffect[] =
    prepare && step.before ? [{ type: 'prepare', click: step.before.click, unless: step.target }] : []
  const waitMs = (step.waitSeconds ?? DEFAULT_WAIT_SECONDS) * 1000
  return saved({ ...at, phase: 'target' }, [...effects, { type: 'locate', step, waitMs }])
}

/** The user is already where the step leads: done when they saw it, else not needed. */
const skipReached = (scene: Scene, state: TourState, step: Step): TourResult =>
  state.seen.includes(step.id) && !state.backwards
    ? advance(scene, state, step, 'page')
    : pass(scene, state, step)

/** Past a step that cannot be shown, in the direction in which it was reached. */
export const pass = (scene: Scene, state: TourState, step: Step): TourResult =>
  state.backwards && state.trail.length > 0
    ? back(scene, state)
    : enterFrom(scene, state, indexOf(scene, step) + 1)

export function advance(scene: Scene, state: TourState, step: Step, how: StepHow): TourResult {
  return prepend(
    completed(scene, state, step, how),
    enterFrom(scene, passed(state, step), indexOf(scene, step) + 1),
  )
}

/** Where a button leads: another step, or the end. */
export function branch(
  scene: Scene,
  state: TourState,
  step: Step,
  { step: to, how }: { step: string; how: StepHow },
): TourResult {
  const { steps } = scene.tour
  const index = to === 'end' ? steps.length : steps.findIndex(({ id }) => id === to)
  // An id that a newer config has dropped leads on to the next step.
  const onto = index < 0 ? indexOf(scene, step) + 1 : index
  return prepend(completed(scene, state, step, how), enterFrom(scene, passed(state, step), onto))
}

/** To the latest step of the trail that still is for this user; without one it stays where it is. */
export function back(scene: Scene, state: TourState): TourResult {
  const { tour, rules, context } = scene
  for (let i = state.trail.length - 1; i >= 0; i--) {
    const step = tour.steps.find(({ id }) => id === state.trail[i])
    if (step && (!step.show || rules.evaluate(step.show, context)))
      return enter(scene, { ...state, trail: state.trail.slice(0, i), backwards: true }, step)
  }
  return state.phase === 'shown' ? { state, effects: [] } : enterFrom(scene, { ...state, trail: [] }, 0)
}

/** After a load of the page: at the same step, or, when the config has lost it, after the last one it still has. */
export function resume(scene: Scene, state: TourState, step: Step | undefined): TourResult {
  if (step) return enter(scene, state, step)
  const kept = state.trail.map((id) => scene.tour.steps.findIndex((other) => other.id === id))
  return enterFrom(scene, state, Math.max(-1, ...kept) + 1)
}

const indexOf = ({ tour }: Scene, step: Step): number => tour.steps.indexOf(step)

const completed = ({ tour }: Scene, { seen }: TourState, { id }: Step, how: StepHow): TourEffect[] =>
  seen.includes(id)
    ? [{ type: 'track', event: 'Step Completed', properties: { ...stepProperties(tour, id), how } }]
    : []

/** The state with the step on its trail; a loop over it starts the trail there, so that it stays bounded. */
function passed(state: TourState, { id }: Step): TourState {
  if (!state.seen.includes(id)) return state
  const at = state.trail.indexOf(id)
  return { ...state, trail: [...(at < 0 ? state.trail : state.trail.slice(0, at)), id] }
}
