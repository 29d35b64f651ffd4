import type { Change } from '../api-types'
import { COMPONENTS } from './components/index'
import type { Score } from './model'

type Scored = Pick<Score, 'components' | 'weights'>

/** A day's score, as it is stored. */
export interface DatedScore extends Scored {
  day: string
}

/**
 * Why the uncapped score moved from one day to another, exactly: Δ = w̄·Δc + c̄·Δw for each component, with means over
 * the two days. The first term is behaviour, the second is the model (weights, segment, data that came or went).
 * A component without data has weight 0 and takes the value of the other day, so that only its weight moves. Those
 * that did not move are left out.
 */
export function change(before: DatedScore, after: DatedScore): Change {
  const parts = COMPONENTS.flatMap((component) => {
    const c0 = before.components[component] ?? after.components[component]
    const c1 = after.components[component] ?? before.components[component]
    if (c0 === null || c1 === null) return []
    const w0 = before.weights[component] ?? 0
    const w1 = after.weights[component] ?? 0
    const behaviour = ((w0 + w1) / 2) * (c1 - c0)
    const model = ((c0 + c1) / 2) * (w1 - w0)
    if (behaviour === 0 && model === 0) return []
    return [{ component, behaviour, model, text: sentence(component, c0, c1, behaviour, model) }]
  })
  const delta = parts.reduce((sum, part) => sum + part.behaviour + part.model, 0)
  return { from: before.day, to: after.day, delta, parts: parts.sort((a, b) => size(b) - size(a)) }
}

function size({ behaviour, model }: { behaviour: number; model: number }): number {
  return Math.abs(behaviour + model)
}

function sentence(component: string, c0: number, c1: number, behaviour: number, model: number): string {
  const name = component.charAt(0).toUpperCase() + component.slice(1)
  if (Math.abs(behaviour) < 0.05 && Math.abs(model) < 0.05) return `${name} did not move the score`
  if (Math.abs(model) > Math.abs(behaviour))
    return `${name} now weighs ${model > 0 ? 'more' : 'less'} in the score`
  return `${name} went from ${fromTo(c0, c1)}`
}

/** Whole numbers, unless the move is too small for them: `57 to 0`, `40.4 to 40.1`. */
function fromTo(c0: number, c1: number): string {
  const same = Math.round(c0) === Math.round(c1)
  const shown = (value: number) => (same ? value.toFixed(1) : String(Math.round(value)))
  return `${shown(c0)} to ${shown(c1)}`
}
