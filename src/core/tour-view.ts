import type { Step, Tour } from '../schema'
import type { Scene, TourState, TourView } from './tour-types'

/** `step_id`, and `step_index` in the order of the config, from 0. */
export function stepProperties({ steps }: Tour, id: string): Record<string, unknown> {
  const index = steps.findIndex((step) => step.id === id)
  return index < 0 ? {} : { step_id: id, step_index: index }
}

/** Where a step stands among those that this user sees. */
export function tourView({ tour, context, rules }: Scene, state: TourState, step: Step): TourView {
  const steps = tour.steps.filter(
    (other) =>
      other === step || state.seen.includes(other.id) || !other.show || rules.evaluate(other.show, context),
  )
  const index = steps.indexOf(step)
  return {
    step,
    index,
    total: steps.length,
    canGoBack: state.trail.some((id) => tour.steps.some((other) => other.id === id)),
    isLast: index === steps.length - 1,
    centered: false,
  }
}
