import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src/core/conditions'
import type { Answers } from '../../../src/core/context'
import { changeOf, dependencies } from '../../../src/core/dependencies'
import { recordFeature } from '../../../src/core/feature-use'
import { emptyHistory, recordEvent, recordGuide } from '../../../src/core/history'
import type { Condition } from '../../../src/schema'
import { condition as conditionSchema } from '../../../src/schema/condition'
import { valuesOf } from '../schema/generate/values'
import { aContext, DAY, NOW } from './a-context'
import { condition, names as eventNames } from './arbitrary'

const holds = (what: Condition, change: Parameters<typeof aContext>[0] = {}) =>
  evaluate(what, aContext(change))

describe('leaves', () => {
  test('traits and account are read by path, a key with a dot first', () => {
    const traits = { plan: { tier: 'pro' }, 'plan.tier': 'free' }
    expect(holds({ trait: 'plan.tier', is: 'free' }, { traits })).toBe(true)
    expect(holds({ account: 'plan.tier', is: 'pro' }, { account: { plan: { tier: 'pro' } } })).toBe(true)
    expect(
      holds({ trait: 'plan.tier', is: 'pro', isNot: 'free' }, { traits: { plan: { tier: 'pro' } } }),
    ).toBe(true)
  })

  test('what an object inherits is no trait', () => {
    expect(holds({ trait: 'constructor.name', exists: true })).toBe(false)
    expect(holds({ trait: '__proto__', exists: false })).toBe(true)
    expect(holds({ feature: 'constructor', used: true })).toBe(false)
    expect(holds({ segment: 'constructor' })).toBe(false)
  })

  test('events count ever, so often, lately, and by their properties', () => {
    const wanted = { template: { is: 'kanban' } } as const
    const rules = [{ event: 'Made', where: wanted, key: 'Made\n{"template":{"is":"kanban"}}' }]
    let history = recordEvent(emptyHistory(), 'Made', { template: 'list' }, rules, NOW - 10 * DAY)
    history = recordEvent(history, 'Made', { template: 'kanban' }, rules, NOW - DAY)
    const on = { history }
    expect(holds({ event: 'Made' }, on)).toBe(true)
    expect(holds({ event: 'Left' }, on)).toBe(false)
    expect(holds({ event: 'Left', count: { lt: 1 } }, on)).toBe(true)
    expect(holds({ event: 'Made', count: { is: 2 } }, on)).toBe(true)
    expect(holds({ event: 'Made', count: { gte: 2 }, within: 'P7D' }, on)).toBe(false)
    expect(holds({ event: 'Made', where: wanted, count: { is: 1 } }, on)).toBe(true)
    expect(holds({ event: 'Made', where: { template: { is: 'list' } } }, on)).toBe(false)
  })

  test('a feature is adopted when used on 4 of the last 28 days', () => {
    const used = (...daysAgo: number[]) =>
      daysAgo.reduce((history, days) => recordFeature(history, 'export', NOW - days * DAY), emptyHistory())
    const adopted: Condition = { feature: 'export', adopted: true }
    expect(holds(adopted, { history: used(27, 20, 10, 0) })).toBe(true)
    expect(holds(adopted, { history: used(28, 20, 10, 0) })).toBe(false)
    expect(holds(adopted, { history: used(3, 3, 2, 1) })).toBe(false)
    expect(holds({ feature: 'export', used: true }, { history: used(300) })).toBe(true)
    expect(holds({ feature: 'export', used: false })).toBe(true)
  })

  test('another guide is asked for what has happened with it', () => {
    const history = recordGuide(emptyHistory(), 'welcome', { shown: 1, completed: NOW })
    expect(holds({ guide: 'welcome', state: 'completed' }, { history })).toBe(true)
    expect(holds({ guide: 'welcome', state: 'dismissed' }, { history })).toBe(false)
    expect(holds({ guide: 'welcome', state: 'never' }, { history })).toBe(false)
    expect(holds({ guide: 'other', state: 'never' }, { history })).toBe(true)
  })

  test('language takes in its regions, and nothing that only begins alike', () => {
    expect(holds({ language: 'fa' }, { language: 'fa-IR' })).toBe(true)
    expect(holds({ language: 'FA-ir' }, { language: 'fa-IR' })).toBe(true)
    expect(holds({ language: 'fi' }, { language: 'fil' })).toBe(false)
  })

  test('page, element, device, health, answer and percent', () => {
    expect(holds({ page: '/projects' })).toBe(true)
    expect(holds({ element: '#x', visible: true }, { isVisible: (target) => target === '#x' })).toBe(true)
    expect(holds({ element: '#x', visible: false })).toBe(true)
    expect(holds({ device: 'mobile' })).toBe(false)
    expect(holds({ health: 'at_risk' }, { health: 'at_risk' })).toBe(true)
    expect(holds({ answer: 'score', lte: 6 }, { answers: { score: 6 } })).toBe(true)
    expect(holds({ percent: 0 })).toBe(false)
    expect(holds({ percent: 100 })).toBe(true)
  })
})

describe('whatever the config and the traits hold', () => {
  const self: Condition = { not: { segment: 'self' } }
  const segments = { self, a: { segment: 'b' }, b: { any: [{ segment: 'a' }, { percent: 50 }] } }
  const hostile = {
    get role(): string {
      throw new Error('a getter of the host')
    },
  }
  const isVisible = () => {
    throw new Error('a selector that does not parse')
  }

  test('nothing throws, and `not` negates', () => {
    fc.assert(
      fc.property(condition, fc.dictionary(fc.string(), fc.anything()), (what, traits) => {
        for (const context of [
          aContext({ traits, segments }),
          aContext({ traits: hostile, segments, isVisible }),
        ])
          expect(evaluate({ not: what }, context)).toBe(!evaluate(what, context))
      }),
      { numRuns: 500 },
    )
  })

  test('nothing of what the schema allows throws, and `not` negates it', () => {
    const conditions = valuesOf(conditionSchema, 3) as fc.Arbitrary<Condition> // values of that very schema
    fc.assert(
      fc.property(conditions, fc.dictionary(fc.string(), fc.anything()), (what, traits) => {
        const answers = traits as Answers // whatever it is
        const context = aContext({ traits, account: traits, answers, segments })
        expect(evaluate({ not: what }, context)).toBe(!evaluate(what, context))
      }),
      { numRuns: 300 },
    )
  })

  test('what is no condition at all is false', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(typeof evaluate(junk as Condition, aContext())).toBe('boolean') // any JSON may stand in a config
      }),
    )
    expect(evaluate(JSON.parse('{"all":"x"}'), aContext())).toBe(false)
    expect(evaluate(JSON.parse('{"unknown":1}'), aContext())).toBe(false)
  })

  test('nesting without end is false, not a stack overflow', () => {
    let deep: Condition = { percent: 100 }
    for (let i = 0; i < 50_000; i++) deep = { all: [deep] }
    expect(holds(deep)).toBe(false)
  })

  test('the verdict stays the same while nothing it depends on changes', () => {
    fc.assert(
      fc.property(condition, fc.array(eventNames), (what, names) => {
        const { changes } = dependencies([what], segments)
        const others = names.filter((name) => !changes.has(changeOf('event', name)))
        const history = others.reduce((past, name) => recordEvent(past, name, {}, [], NOW), emptyHistory())
        expect(holds(what, { segments, history })).toBe(holds(what, { segments }))
      }),
    )
    fc.assert(
      fc.property(condition, fc.dictionary(fc.string(), fc.string()), (what, traits) => {
        const { changes } = dependencies([what], segments)
        const others = Object.fromEntries(
          Object.entries(traits).filter(([key]) => !changes.has(changeOf('trait', key))),
        )
        expect(holds(what, { segments, traits: others })).toBe(holds(what, { segments }))
      }),
    )
  })
})

test('dependencies name all that conditions look at, through segments', () => {
  const { changes, elements } = dependencies(
    [
      {
        all: [
          { segment: 'admins' },
          {
            any: [
              { event: 'Made', where: { page: { is: 'x' } } },
              { element: '#x', visible: true },
            ],
          },
        ],
      },
      undefined,
      { not: { feature: 'export', used: true } },
    ],
    {
      admins: {
        all: [{ trait: 'role', is: 'admin' }, { account: 'plan.tier', is: 'pro' }, { segment: 'admins' }],
      },
    },
  )
  expect([...changes]).toEqual(['trait:role', 'account:plan', 'event:Made', 'feature:export'])
  expect(elements).toEqual(['#x'])
})

test('a trait is found by a path into it, by its whole name, and however many dots that has', () => {
  const { changes } = dependencies([{ trait: 'plan.tier', is: 'pro' }], {})
  for (const key of ['plan', 'plan.tier']) expect(changes).toContain(changeOf('trait', key))
  expect(changes).not.toContain(changeOf('trait', 'planned'))
})
