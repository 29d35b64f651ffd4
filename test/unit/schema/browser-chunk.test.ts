import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configSchema, validateConfig } from '../../../src/schema'
import type * as validator from '../../../src/schema/validate'
import { configs } from './generate/configs'
import { spoilt } from './generate/faults'

const [chunk] = JSON.parse(readFileSync('dist/browser/chunks.json', 'utf8')).validate
const inPage: typeof validator = await import(resolve('dist/browser', chunk))

function expectSame(json: unknown): void {
  for (const unknownKeys of ['error', 'warning'] as const)
    expect(inPage.validateConfig(json, { unknownKeys })).toEqual(validateConfig(json, { unknownKeys }))
}

// The page has no zod: what stands there in its place has to find the same.
describe('the validator that a page loads says the same as zod', { timeout: 30_000 }, () => {
  it('of a config without a fault', () => {
    fc.assert(fc.property(configs, expectSame), { numRuns: 30 })
  })

  it('of configs with one fault and with two', () => {
    const twice = fc.tuple(spoilt(configSchema, configs), spoilt(configSchema, configs))
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expectSame(one.config)
        expectSame({ ...Object(one.config), ...Object(other.config) })
      }),
      { numRuns: 50, endOnFailure: true },
    )
  })

  it('of any JSON, also where guides are expected', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (json, entry) => {
        expectSame(json)
        expectSame({ version: 1, tours: [entry], surveys: [{ id: 'a', questions: [entry] }], hub: entry })
      }),
    )
  })
})
