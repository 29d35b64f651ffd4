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
  const { items, doneCount, totalCount, complete } = at()
  expect(items.map(({ done, locked, current }) => [done, locked, current])).toEqual([
    [false, false, true],
    [false, true, false],
    [false, false, false],
  ])
  expect([doneCount, totalCount, complete]).toEqual([0, 3, false])
})

test('what happened before the checklist was first seen is done, and told of with the count at each item', () => {
  const { items, effects, state } = at(did('Made', 'Invited'))
  expect(items.map(({ done }) => done)).toEqual([true, true, false])
  expect(effects.map(({ properties }) => properties)).toEqual([
    { item_id: 'project', done_count: 1, total_count: 3 },
    { item_id: 'invite', done_count: 2, total_count: 3 },
  ])
  expect(at(did('Made', 'Invited'), state).effects).toEqual([])
})

test('done stays done when its condition no longer holds', () => {
  const { state } = at(aContext({ traits: { photo: 'x.png' } }))
  const later = at(aContext(), state)
  expect(later.items[2]?.done).toBe(true)
  expect(later.state).toBe(state)
})

test('an item done out of order is done, not locked', () => {
  expect(at(did('Invited')).items[1]).toMatchObject({ done: true, locked: false })
})

test('it is complete when all items are, whatever a former config had', () => {
  expect(at(aContext(), { done: ['project', 'invite', 'gone'] })).toMatchObject({
    doneCount: 2,
    complete: false,
  })
  expect(at(aContext(), { done: ['project', 'invite', 'profile'] })).toMatchObject({
    doneCount: 3,
    complete: true,
  })
})
