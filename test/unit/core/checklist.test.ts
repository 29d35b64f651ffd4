import { expect, test } from 'vitest'
import { type ChecklistState, progress } from '../../../src/core/checklist'
import { emptyHistory, recordEvent } from '../../../src/core/history'
import { rules } from '../../../src/core/rules'
import type { Checklist } from '../../../src/schema'
import { aContext, NOW } from './a-context'

const checklist: Checklist = {
  id: 'start',
  title: 'Get started',
  items: [
    { id: 'project', title: 'Create a project', done: { event: 'Made' } },
    { id: 'invite', title: 'Invite', after: ['project'], done: { event: 'Invited' } },
    { id: 'profile', title: 'Profile', done: { trait: 'photo', exists: true } },
  ],
}
const did = (...events: string[]) =>
  aContext({
    history: events.reduce((history, name) => recordEvent(history, name, {}, [], NOW), emptyHistory()),
  })
const at = (context = aContext(), saved?: ChecklistState) => progress(checklist, context, saved, rules)

test('the first item that can be done is the current one; what comes after another is locked', () => {
  const { items, doneCount, leftCount } = at()
  expect(items.map(({ state }) => state)).toEqual(['current', 'locked', 'ready'])
  expect([doneCount, leftCount]).toEqual([0, 3])
})

test('what happened before the checklist was first seen is done, and told of with the count at each item', () => {
  const { items, completed, state } = at(did('Made', 'Invited'))
  expect(items.map((item) => item.state)).toEqual(['done', 'done', 'current'])
  expect(completed).toEqual([
    { item_id: 'project', done_count: 1, total_count: 3 },
    { item_id: 'invite', done_count: 2, total_count: 3 },
  ])
  expect(at(did('Made', 'Invited'), state).completed).toEqual([])
})

test('done stays done when its condition no longer holds', () => {
  const { state } = at(aContext({ traits: { photo: 'x.png' } }))
  const later = at(aContext(), state)
  expect(later.items[2]?.state).toBe('done')
  expect(later.state).toBe(state)
})

test('an item done out of order is done, not locked', () => {
  expect(at(did('Invited')).items[1]?.state).toBe('done')
})

test('it is complete when all items are, whatever a former config had', () => {
  expect(at(aContext(), { done: ['project', 'invite', 'gone'] })).toMatchObject({
    doneCount: 2,
    leftCount: 1,
  })
  expect(at(aContext(), { done: ['project', 'invite', 'profile'] })).toMatchObject({
    doneCount: 3,
    leftCount: 0,
  })
})
