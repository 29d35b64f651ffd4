import type { Step } from '../schema'
import type { Scene, TourEffect, TourResult, TourState } from './tour-types'
import { stepProperties, tourView } from './tour-view'

interface Found {
  locatorIndex?: number
  centered?: boolean
}

/** Puts a step on the screen and tells of it, once. */
export function reveal(
  scene: Scene,
  state: TourState,
  step: Step,
  { locatorIndex = 0, centered = false }: Found,
): TourResult {
  const { tour, context } = scene
  const isNew = !state.seen.includes(step.id)
  const next: TourState = {
    ...state,
    phase: 'shown',
    since: context.now,
    seen: isNew ? [...state.seen, step.id] : state.seen,
    announced: true,
    backwards: false,
  }
  const at = stepProperties(tour, step.id)
  const told: TourEffect[] = [
    ...(state.announced ? [] : [track('Guide Shown', {})]),
    ...(isNew && locatorIndex > 0
      ? [track('Target Healed', { ...at, locator_index: locatorIndex, tried: step.target })]
      : []),
    ...(isNew ? [track('Step Viewed', at)] : []),
  ]
  const view = { ...tourView(scene, next, step), centered }
  return saved(next, [{ type: 'render', view }, ...told])
}

export const saved = (state: TourState, effects: readonly TourEffect[]): TourResult => ({
  state,
  effects: [...effects, { type: 'save', state }],
})

export const prepend = (effects: readonly TourEffect[], result: TourResult): TourResult => ({
  ...result,
  effects: [...effects, ...result.effects],
})

export const track = (event: string, properties: Record<string, unknown>): TourEffect => ({
  type: 'track',
  event,
  properties,
})
