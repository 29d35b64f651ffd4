import { describe, expect, test } from 'vitest'
import { recordFeature } from '../../../src/core/feature-use'
import { goalReached } from '../../../src/core/goal'
import { emptyHistory, recordEvent } from '../../../src/core/history'
import type { Condition } from '../../../src/schema'
import { aContext, DAY, NOW } from './a-context'

const SHOWN = NOW - 10 * DAY
/** The event happened so many days after the guide was shown. */
const done = (...daysAfter: number[]) =>
  daysAfter.reduce((past, days) => recordEvent(past, 'Made', {}, [], SHOWN + days * DAY), emptyHistory())
const reached = (goal: Condition, history = emptyHistory()) =>
  goalReached(goal, SHOWN, aContext({ history, traits: { plan: 'pro' } }))

describe('a goal by event', () => {
  test('counts what came after the guide, not before', () => {
    expect(reached({ event: 'Made' }, done(-1))).toBe(false)
    expect(reached({ event: 'Made' }, done(-1, 0))).toBe(true)
    expect(reached({ event: 'Other' }, done(1))).toBe(false)
  })
  test('is reached within a time from the showing, however long ago that was', () => {
    expect(reached({ event: 'Made', within: 'P7D' }, done(7))).toBe(true)
    expect(reached({ event: 'Made', within: 'P7D' }, done(8))).toBe(false)
  })
  test('may ask for a number of times', () => {
    expect(reached({ event: 'Made', count: { gte: 2 } }, done(-1, 1))).toBe(false)
    expect(reached({ event: 'Made', count: { gte: 2 } }, done(1, 2))).toBe(true)
  })
  test('is not reached by what every object inherits', () => {
    expect(reached({ event: 'constructor' })).toBe(false)
  })
})

test('a feature counts when it was used after the guide', () => {
  const used = (at: number) => recordFeature(emptyHistory(), 'export', at)
  expect(reached({ feature: 'export', used: true }, used(SHOWN - 1))).toBe(false)
  expect(reached({ feature: 'export', used: true }, used(SHOWN))).toBe(true)
  expect(reached({ feature: 'constructor', used: true })).toBe(false)
})

test('any other condition counts when it holds now', () => {
  expect(reached({ trait: 'plan', is: 'pro' })).toBe(true)
  expect(reached({ trait: 'plan', is: 'free' })).toBe(false)
})
