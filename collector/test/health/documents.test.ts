import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/health/canonical'
import { readModel } from '../../src/health/read-model'
import { readSignals } from '../../src/health/read-signals'
import { DEFAULT_MODEL } from '../../src/signals/default-model'
import { modelHash } from '../../src/signals/model-hash'

describe('a model document', () => {
  it('need only hold what it changes', () => {
    const model = readModel({ bands: { healthy: 75 } }, DEFAULT_MODEL)
    expect(model.bands).toEqual({ healthy: 75, watch: 40, at_risk: 0 })
    expect(model.weights).toEqual(DEFAULT_MODEL.weights)
  })

  it.each([
    ['model', [], 'an object'],
    ['model.band', { band: {} }, 'one of flags'],
    ['model.bands.healthy', { bands: { healthy: '70' } }, 'a number'],
    [
      'model.components.trend',
      { components: { trend: { worst: 0, best: 0 } } },
      '"worst" and "best" that differ',
    ],
    ['model.segment_rules[0].use', { segment_rules: [{ use: 'vip' }] }, 'one of onboarding'],
    ['model.segment_rules', { segment_rules: [{ if: {}, use: 'renewal' }] }, 'a last rule without "if"'],
    ['model.weights.vip.breadth', { weights: { vip: { frequency: 1 } } }, 'a number'],
    ['model.caps[0].if.ageDays', { caps: [{ id: 'x', max: 3, if: { ageDays: { above: 1 } } }] }, 'lt, lte'],
    ['model.segments.renewal.bands.watch', { segments: { renewal: { bands: { watch: true } } } }, 'a number'],
  ])('names what is wrong at %s', (path, json, expected) => {
    const read = () => readModel(json, DEFAULT_MODEL)
    expect(read).toThrow(`${path}: found`)
    expect(read).toThrow(expected)
  })

  it('has a hash that knows content, not the order of keys or comments', () => {
    const reordered = Object.fromEntries(Object.entries({ ...DEFAULT_MODEL, $comment: 'other' }).reverse())
    expect(modelHash({ ...DEFAULT_MODEL, ...reordered })).toBe(modelHash(DEFAULT_MODEL))
    expect(modelHash(readModel({ bands: { healthy: 71 } }, DEFAULT_MODEL))).not.toBe(modelHash(DEFAULT_MODEL))
    expect(modelHash(DEFAULT_MODEL)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has a canonical form that is JSON and keeps its meaning', () => {
    const key = fc.string().filter((text) => !text.startsWith('$') && text !== '__proto__')
    const json = fc.dictionary(
      key,
      fc.oneof(fc.string(), fc.integer(), fc.array(fc.boolean()), fc.constant(null)),
    )
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value })
      }),
    )
  })
})

describe('a signals document', () => {
  const good = { ageDays: 10, activeDays: 3, userDays: 5, mau: 2 }

  it('tells unknown from not reached', () => {
    expect(readSignals({ ...good, seats: null, ttfvDays: null })).toEqual({ ...good, ttfvDays: null })
    expect(readSignals({ ...good, cancelIntent: true })).toEqual({ ...good, cancelIntent28d: true })
  })

  it.each([
    ['signals', null],
    ['mau', { ...good, mau: undefined }],
    ['activeDays', { ...good, activeDays: Number.NaN }],
    ['seats', { ...good, seats: '25' }],
    ['responses[0].metric', { ...good, responses: [{ metric: 'ces2', score: 1, ageDays: 0 }] }],
    ['responses[0].score', { ...good, responses: [{ metric: 'csat', score: 6, ageDays: 0 }] }],
    ['cancelIntent28d', { ...good, cancelIntent: 'yes' }],
  ])('names what is wrong at %s', (path, json) => {
    expect(() => readSignals(json)).toThrow(`${path}: found`)
  })
})
