import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configSchema, type Problem } from '../../../src/schema'
import { validateConfig } from './both'
import { configs } from './generate/configs'
import { spoilt } from './generate/faults'

const startsWith = (path: readonly PropertyKey[], start: readonly PropertyKey[]) =>
  start.every((key, i) => path[i] === key)

// A fault may stand in any config: to look for a smaller one takes minutes and tells little.
const withoutShrinking = { numRuns: 50, endOnFailure: true }
const lists = ['features', 'tours', 'checklists', 'surveys', 'announcements', 'hints']

/** What is left of a config without its parts, and entries of lists, that a problem is about. */
function withoutBroken(config: object, problems: readonly Problem[]): object {
  const isSound = (...path: PropertyKey[]) => !problems.some((problem) => startsWith(problem.path, path))
  const parts = Object.entries(config).map(([key, part]): [string, unknown] =>
    lists.includes(key)
      ? [key, Array.isArray(part) ? part.filter((_, i) => isSound(key, i)) : []]
      : [key, part],
  )
  return Object.fromEntries(parts.filter(([key]) => lists.includes(key) || isSound(key)))
}

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
        // The words of zod for what has none of ours.
        expect(problems.map(({ expected }) => expected)).not.toContain('Invalid input')
      }),
      withoutShrinking,
    )
  })

  it('loses what a problem is about, and nothing else', () => {
    fc.assert(
      fc.property(spoilt(configSchema, configs), ({ config: spoiltConfig, fault: { path } }) => {
        fc.pre(path.length > 0 && path[0] !== 'version')
        const { config, problems } = validateConfig(spoiltConfig)
        expect(config, path.join('.')).toEqual(withoutBroken(Object(spoiltConfig), problems))
      }),
      withoutShrinking,
    )
  })
})
