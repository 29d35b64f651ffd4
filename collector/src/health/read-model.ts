import { COMPONENTS } from './components/index'
import { DEFAULT_FLAGS } from './flag-thresholds'
import type { Model } from './model'
import { isObject, overlay } from './segment'

export class ModelError extends Error {
  override name = 'ModelError'
}

/** Keys that name themselves: any segment may be added. */
const OPEN: readonly string[] = ['weights', 'segments']

const OPERATORS: readonly string[] = ['lt', 'lte', 'gt', 'gte', 'is']

/**
 * A model document laid over `base`, so that it need only hold what it changes.
 * @throws ModelError naming the path, what was found and what was expected.
 */
export function readModel(json: unknown, base: Model): Model {
  if (!isObject(json)) fail('model', json, 'an object')
  check(json, base, 'model')
  const model = overlay(base, json)
  checkWhole(model, 'model')
  for (const [name, changes] of Object.entries(model.segments)) {
    check(changes, model, `model.segments.${name}`)
    checkWhole(overlay(model, changes), `model.segments.${name}`)
  }
  return model
}

/** A document that holds every required key, such as the default one, as a complete model. */
export function completeModel(json: unknown): Model {
  if (!isObject(json)) fail('model', json, 'an object')
  // The document has every other key: it is part of this source, and its worked examples are tests.
  const model = { flags: DEFAULT_FLAGS, segments: {}, ...json } as unknown as Model
  return readModel(json, model)
}

/** Every key of `json` must exist in `shape` with a value of the same type. */
function check(json: unknown, shape: unknown, path: string): void {
  if (!isObject(json) || !isObject(shape)) {
    checkValue(json, shape, path)
    return
  }
  const open = OPEN.includes(path.split('.').at(-1) ?? '')
  for (const [key, value] of Object.entries(json)) {
    if (key.startsWith('$')) continue
    if (!(key in shape) && !open) fail(`${path}.${key}`, value, `one of ${Object.keys(shape).join(', ')}`)
    if (path !== 'model.segments') check(value, shape[key] ?? Object.values(shape)[0], `${path}.${key}`)
  }
}

function checkValue(json: unknown, shape: unknown, path: string): void {
  const expected = Array.isArray(shape) ? 'a list' : isObject(shape) ? 'an object' : `a ${typeof shape}`
  const same = Array.isArray(shape) ? Array.isArray(json) : typeof json === typeof shape && !isObject(shape)
  if (!same || json === null || Number.isNaN(json)) fail(path, json, expected)
}

/** What the shape alone does not tell. */
function checkWhole({ segment_rules, weights, caps, components }: Model, path: string): void {
  for (const [segment, given] of Object.entries(weights)) {
    for (const name of COMPONENTS) checkValue(given[name], 0, `${path}.weights.${segment}.${name}`)
  }
  checkRules(segment_rules, weights, `${path}.segment_rules`)
  caps.forEach((cap, i) => {
    checkCap(cap, `${path}.caps[${i}]`)
  })
  checkScales(components, `${path}.components`)
}

function checkRules(rules: Model['segment_rules'], weights: Model['weights'], path: string): void {
  rules.forEach((rule, i) => {
    const at = `${path}[${i}]`
    if (!isObject(rule)) fail(at, rule, 'an object with "use" and perhaps "if"')
    if (!Object.hasOwn(weights, rule.use))
      fail(`${at}.use`, rule.use, `one of ${Object.keys(weights).join(', ')}`)
    checkConditions(rule.if ?? {}, `${at}.if`)
  })
  const last = rules.at(-1)
  if (!last || last.if) fail(path, last, 'a last rule without "if"')
}

function checkCap(cap: Model['caps'][number], path: string): void {
  if (!isObject(cap)) fail(path, cap, 'an object with "id", "if" and "max"')
  if (typeof cap.id !== 'string') fail(`${path}.id`, cap.id, 'a name')
  if (typeof cap.max !== 'number') fail(`${path}.max`, cap.max, 'a number')
  checkConditions(cap.if, `${path}.if`)
}

function checkConditions(conditions: unknown, path: string): void {
  if (!isObject(conditions)) fail(path, conditions, 'an object of signal name to condition')
  for (const [name, condition] of Object.entries(conditions)) {
    const operators = isObject(condition) ? Object.keys(condition) : []
    if (operators.length === 0 || operators.some((key) => !OPERATORS.includes(key))) {
      fail(`${path}.${name}`, condition, `an object with ${OPERATORS.join(', ')}`)
    }
  }
}

/** A scale without length would divide by zero. */
function checkScales(value: unknown, path: string): void {
  if (!isObject(value)) return
  if ('worst' in value && value.worst === value.best) fail(path, value, '"worst" and "best" that differ')
  for (const [key, child] of Object.entries(value)) checkScales(child, `${path}.${key}`)
}

function fail(path: string, found: unknown, expected: string): never {
  throw new ModelError(`${path}: found ${JSON.stringify(found) ?? 'nothing'}, expected ${expected}`)
}
