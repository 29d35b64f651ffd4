import type { Step } from '../schema'
import { close, pass } from './tour-moves'
import { prepend, reveal, track } from './tour-reveal'
import type { Scene, TourResult, TourState } from './tour-types'
import { stepProperties } from './tour-view'

/** A tour whose user does not come to its page for the length of a session ends, so that it blocks no other guide. */
const PAGE_WAIT_MS = 30 * 60_000

/** The target did not come, or did not come back: `missing` says what then, and the dashboard hears of it. */
export function giveUp(scene: Scene, state: TourState, step: Step, tried: unknown): TourResult {
  const failure = {
    ...stepProperties(scene.tour, step.id),
    reason: state.seen.includes(step.id) ? 'target_lost' : 'target_missing',
    ...(tried === undefined ? {} : { tried }),
  }
  if (step.missing === 'end') return close(scene, state, 'failed', failure)
  const onward =
    step.missing === 'center' ? reveal(scene, state, step, { centered: true }) : pass(scene, state, step)
  return prepend([track('Guide Failed', failure)], onward)
}

/** The end of a tour that has waited too long for its page; `undefined` while it may wait. */
export const expire = (scene: Scene, state: TourState): TourResult | undefined =>
  state.phase === 'page' && scene.context.now - state.since > PAGE_WAIT_MS
    ? close(scene, state, 'failed', { reason: 'page_not_reached' })
    : undefined
