import type { Driver } from '../api-types'
import { COMPONENTS, partsOf } from './components/index'
import type { Model, Score } from './model'
import type { Part } from './part'
import { modelFor } from './segment'
import type { Signals } from './signals'

/** Fewer points than this explain nothing. */
const MIN_POINTS = 0.5

/** Sentences of one driver: more would not be read. */
const MAX_SENTENCES = 2

/**
 * What lifts and what lowers the score, in words, most points first. A component at or above the healthy edge
 * counts with its contribution (`up`), one below it with its loss (`down`).
 */
export function drivers(signals: Signals, model: Model, score: Score): Driver[] {
  const own = modelFor(model, score.segment)
  const parts = partsOf(signals, own)
  const edge = own.bands.healthy
  return COMPONENTS.flatMap((component): Driver[] => {
    const value = score.components[component]
    if (value === null) return []
    const direction = value >= edge ? 'up' : 'down'
    const points = (direction === 'up' ? score.contribution : score.loss)[component] ?? 0
    if (points < MIN_POINTS) return []
    return [{ component, direction, points, text: sentence(parts[component], direction, value) }]
  }).sort((a, b) => b.points - a.points)
}

/** The parts that pull the component in its direction, strongest first. */
function sentence(parts: readonly Part[], direction: Driver['direction'], value: number): string {
  const sign = direction === 'up' ? -1 : 1
  const known = parts.flatMap((part) => (part.value === null ? [] : [{ text: part.text, value: part.value }]))
  const pulling = known.filter((part) => sign * (part.value - value) <= 0)
  return pulling
    .sort((a, b) => sign * (a.value - b.value))
    .slice(0, MAX_SENTENCES)
    .map((part) => part.text)
    .join('. ')
}
