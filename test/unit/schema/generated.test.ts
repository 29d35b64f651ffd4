import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configSchema, validateConfig } from '../../../src/schema'
import { configs } from './generate/configs'
import { spoilt } from './generate/faults'

const startsWith = (path: readonly PropertyKey[], start: readonly PropertyKey[]) =>
  start.every((key, i) => path[i] === key)

describe('a config made from the schema', { timeout: 30_000 }, () => {
  it('has no problem', () => {
    fc.assert(
      fc.property(configs, (config) => {
        expect(validateConfig(config)).toEqual({ config, problems: [] })
      }),
      { numRuns: 50 },
    )
  })

  it('with a wrong type, a key removed or an unknown one has a problem that points at it', () => {
    fc.assert(
      fc.property(spoilt(configSchema, configs), ({ config, fault: { path, around } }) => {
        const { problems } = validateConfig(config)
        const pointing = problems.filter(
          (one) => startsWith(one.path, around) && (startsWith(one.path, path) || startsWith(path, one.path)),
        )
        expect(pointing, `${path.join('.')} is wrong: ${JSON.stringify(problems)}`).not.toEqual([])
      }),
      // A fault stands in one of the smallest configs already: looking for a smaller one takes minutes.
      { numRuns: 50, endOnFailure: true },
    )
  })
})
