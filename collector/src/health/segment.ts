import { holds } from './condition'
import type { Model } from './model'
import type { Signals } from './signals'

/** The first rule that matches names the segment, and with it the weights. */
export function segmentOf(signals: Signals, model: Model): string {
  const rule = model.segment_rules.find((candidate) => holds(candidate.if ?? {}, signals))
  if (!rule) throw new Error(`health model "${model.id}": segment_rules must end with a rule without "if"`)
  return rule.use
}

/** The model with the changes it declares for this segment. */
export function modelFor(model: Model, segment: string): Model {
  const changes = model.segments[segment]
  return changes ? overlay(model, changes) : model
}

/** `changes` laid over `base`: objects key by key, everything else whole. Neither argument is changed. */
export function overlay<T>(base: T, changes: unknown): T {
  if (!isObject(base) || !isObject(changes)) return changes as T // checked against the base's shape by `readModel`
  const result: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(changes))
    result[key] = key in base ? overlay(base[key], value) : value
  return result as T // the same keys as the base, each of the base's type
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
