import { expect, test } from 'vitest'
import { gateTarget } from '../../../src/core/gate-target'
import type { Step } from '../../../src/schema'

const tour = (first: Partial<Step>) =>
  gateTarget({
    id: 't',
    steps: [{ id: 'a', title: 'x', ...first } as Step, { id: 'b', target: '#b' } as Step],
  })

test('a tour waits for the target of its first step, a hint for its own', () => {
  expect(tour({ target: '#a' })).toBe('#a')
  expect(gateTarget({ id: 'h', target: '#hint' })).toBe('#hint')
})

test('what needs no element waits for none', () => {
  expect(tour({})).toBeUndefined()
  expect(gateTarget({ id: 'survey' })).toBeUndefined()
})

test.each<[string, Partial<Step>]>([
  ['opens its place itself', { before: { click: '#menu' } }],
  ['lives on another page', { page: '/team' }],
  ['says how to go on without it', { missing: 'center' }],
])('a tour starts without the target when its first step %s', (_why, step) => {
  expect(tour({ target: '#a', ...step })).toBeUndefined()
})
