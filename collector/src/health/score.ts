import type { ComponentName } from '../api-types'
import { bandOf } from './bands'
import { COMPONENTS, partsOf } from './components/index'
import { holds } from './condition'
import type { Cap, Model, Score } from './model'
import { combine } from './part'
import { modelFor, segmentOf } from './segment'
import type { Signals } from './signals'

/** Weights such as 0.2 + 0.15 + 0.1 + 0.05 add up to a little less than 0.5. */
const ROUNDING = 1e-9

/**
 * Health of one account, 0–100, with everything that explains it. Pure: the same signals and model give the same
 * bits. Formulas: `docs/health.md`.
 */
export function score(signals: Signals, model: Model): Score {
  const segment = segmentOf(signals, model)
  const own = modelFor(model, segment)
  const parts = partsOf(signals, own)
  const components = mapComponents((name) => combine(parts[name]))
  const present = COMPONENTS.filter((name) => components[name] !== null)
  const given = weightsOf(own, segment)
  const coverage = present.reduce((sum, name) => sum + given[name], 0)
  const unknown =
    coverage < own.coverage.min_to_publish - ROUNDING ||
    own.coverage.require.some((c) => components[c] === null)
  const weights = Object.fromEntries(
    present.map((name) => [name, coverage === 0 ? 0 : given[name] / coverage]),
  )
  const base = { segment, components, weights, coverage }
  if (unknown)
    return { ...base, raw: null, score: null, caps: [], band: 'unknown', contribution: {}, loss: {} }
  return { ...base, ...weighed(base, own, capsOn(signals, own)) }
}

function weighed({ components, weights }: Pick<Score, 'components' | 'weights'>, model: Model, caps: Cap[]) {
  const contribution: Score['contribution'] = {}
  const loss: Score['loss'] = {}
  let raw = 0
  for (const name of COMPONENTS) {
    const value = components[name]
    if (value === null) continue
    const weight = weights[name] ?? 0
    contribution[name] = weight * value
    loss[name] = weight * (100 - value)
    raw += weight * value
  }
  const capped = caps.reduce((least, cap) => Math.min(least, cap.max), raw)
  return { raw, score: capped, caps: caps.map(capName), band: bandOf(capped, model), contribution, loss }
}

function capsOn(signals: Signals, model: Model): Cap[] {
  return model.caps.filter((cap) => holds(cap.if, signals))
}

function capName({ id }: Cap): string {
  return id.replaceAll('-', '_')
}

function weightsOf(model: Model, segment: string): Record<ComponentName, number> {
  const weights = model.weights[segment]
  if (!weights) throw new Error(`health model "${model.id}": no weights for the segment "${segment}"`)
  return weights
}

function mapComponents<T>(value: (name: ComponentName) => T): Record<ComponentName, T> {
  return {
    frequency: value('frequency'),
    breadth: value('breadth'),
    depth: value('depth'),
    onboarding: value('onboarding'),
    sentiment: value('sentiment'),
    trend: value('trend'),
  }
}
