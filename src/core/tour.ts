import type { Step, Tour } from '../schema'
import type { Context } from './context'
import type { Rules } from './rules'
import { advance, back, branch, close, enter, enterFrom, pass, resume, snooze } from './tour-moves'
import { reveal } from './tour-reveal'
import { expire, giveUp } from './tour-target'
import type { Scene, TourInput, TourResult, TourState } from './tour-types'

export type * from './tour-types'
export { tourView } from './tour-view'

/**
 * The next state of a tour and what is to be done about it, in this order. Pure: the same state and input give the
 * same result. An input that means nothing in a state leaves it as it is, with no effects. `close` ends the tour from
 * every state; so does a page that the user does not reach within 30 minutes, at the next input.
 */
export function tourStep(
  state: TourState | undefined,
  input: TourInput,
  tour: Tour,
  context: Context,
  rules: Rules,
): TourResult {
  const scene = { tour, context, rules }
  if (input.type === 'start')
    return enterFrom(scene, { step: '', phase: 'target', since: context.now, trail: [], seen: [] }, 0)
  if (!state) return { state, effects: [] }
  if (input.type === 'close') return close(scene, state, 'dismissed', { how: input.how })
  if (input.type === 'snooze') return snooze(scene, state)
  const expired = expire(scene, state)
  if (expired) return expired
  const step = tour.steps.find(({ id }) => id === state.step)
  return step && input.type !== 'resume' ? react(scene, state, step, input) : resume(scene, state, step)
}

type Reaction = Exclude<TourInput, { type: 'start' | 'resume' | 'close' | 'snooze' }>

function react(scene: Scene, state: TourState, step: Step, input: Reaction): TourResult {
  if (input.type === 'event') return onEvent(scene, state, step, input)
  if (input.type === 'page') return onPage(scene, state, step)
  if (input.type === 'context') return onContext(scene, state, step)
  // Whatever opened the place of the target is not clicked again: the user may have closed it.
  if (input.type === 'targetLost') return enter(scene, state, step, { prepare: false })
  if (state.phase === 'target') return onTarget(scene, state, step, input)
  return state.phase === 'shown' ? onScreen(scene, state, step, input) : { state, effects: [] }
}

function onScreen(scene: Scene, state: TourState, step: Step, input: Reaction): TourResult {
  if (input.type === 'next' || input.type === 'advance') return advance(scene, state, step, input.how)
  if (input.type === 'goto') return branch(scene, state, step, input)
  if (input.type === 'back') return back(scene, state)
  // The host has drawn it anew.
  if (input.type === 'targetFound') return reveal(scene, state, step, { locatorIndex: input.locatorIndex })
  return { state, effects: [] }
}

function onTarget(scene: Scene, state: TourState, step: Step, input: Reaction): TourResult {
  if (input.type === 'targetFound') return reveal(scene, state, step, { locatorIndex: input.locatorIndex })
  if (input.type === 'targetMissing') return giveUp(scene, state, step, input.tried)
  return { state, effects: [] }
}

/** What a step waits for may be done before it is on the screen; then it need not be shown any more. */
function onEvent(
  scene: Scene,
  state: TourState,
  step: Step,
  { name, properties }: Extract<TourInput, { type: 'event' }>,
): TourResult {
  const { event, where } = step.advance ?? {}
  const asked = event === name && scene.rules.eventMatches(where, properties, scene.context.now)
  return asked ? advance(scene, state, step, 'event') : { state, effects: [] }
}

function onPage(scene: Scene, state: TourState, step: Step): TourResult {
  const { matchesPage } = scene.rules
  const { path, search } = scene.context
  if (step.advance?.page !== undefined && matchesPage(step.advance.page, path, search))
    return advance(scene, state, step, 'page')
  const here = step.page === undefined || matchesPage(step.page, path, search)
  return here === (state.phase !== 'page') ? { state, effects: [] } : enter(scene, state, step)
}

/** A step that waits is passed over when it is not for this user any more; one on the screen stays. */
function onContext(scene: Scene, state: TourState, step: Step): TourResult {
  const wanted = state.phase === 'shown' || !step.show || scene.rules.evaluate(step.show, scene.context)
  return wanted ? { state, effects: [] } : pass(scene, state, step)
}
