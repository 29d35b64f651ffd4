import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, choose } from '../../../src/core/arbiter'
import { slotOf } from '../../../src/core/slot'
import type { Announcement, GuideBase, GuideKind } from '../../../src/schema'
import { aState } from './a-context'

const candidate = (
  id: string,
  kind: GuideKind,
  change: Partial<Omit<Candidate, 'guide'>> & { guide?: Partial<Announcement> } = {},
): Candidate => ({
  kind,
  order: 0,
  started: false,
  inDialog: false,
  ...change,
  guide: { id, ...change.guide } as GuideBase,
})
const opened = (candidates: Candidate[], change = {}) =>
  choose(candidates, aState(change)).open.map(({ guide }) => guide.id)

test('of what interrupts the highest priority opens, ties by order in the config', () => {
  const list = [
    candidate('late', 'tour', { order: 2 }),
    candidate('early', 'survey', { order: 1 }),
    candidate('high', 'announcement', { order: 3, guide: { priority: 5 } }),
  ]
  expect(opened(list)).toEqual(['high'])
  expect(opened(list.slice(0, 2))).toEqual(['early'])
})

test('what the user asked for goes before any priority', () => {
  expect(
    opened([
      candidate('auto', 'tour', { guide: { priority: 99 } }),
      candidate('asked', 'tour', { started: true }),
    ]),
  ).toEqual(['asked'])
})

test('a banner, checklists and hints stand beside what interrupts', () => {
  const list = [
    candidate('tour', 'tour'),
    candidate('banner', 'announcement', { guide: { as: 'banner' } }),
    candidate('banner-2', 'announcement', { order: 1, guide: { as: 'banner' } }),
    candidate('list', 'checklist'),
    candidate('hint', 'hint'),
  ]
  expect(opened(list)).toEqual(['tour', 'banner', 'list', 'hint'])
})

test('a tour is a banner only when all its steps are', () => {
  const steps = (...as: string[]) =>
    ({ id: 't', steps: as.map((one) => ({ as: one })) }) as unknown as GuideBase
  expect(slotOf(steps('banner', 'banner'), 'tour')).toBe('banner')
  expect(slotOf(steps('banner', 'modal'), 'tour')).toBe('interrupt')
})

test('another tab holds back what interrupts, and no banner', () => {
  const open = [
    { id: 'x', kind: 'tour', slot: 'interrupt', here: false },
    { id: 'y', kind: 'announcement', slot: 'banner', here: false },
  ] as const
  const list = [candidate('tour', 'tour'), candidate('banner', 'announcement', { guide: { as: 'banner' } })]
  expect(opened(list, { open })).toEqual(['banner'])
})

test('a dialog of the host holds back all but a guide for something in it', () => {
  const list = [
    candidate('out', 'tour', { guide: { priority: 9 } }),
    candidate('in', 'tour', { inDialog: true }),
  ]
  expect(opened(list, { dialogOpen: true })).toEqual(['in'])
})

test('never two interruptions, never two banners, and every candidate is opened or told why not', () => {
  const any = fc.record({
    kind: fc.constantFrom<GuideKind>('tour', 'survey', 'checklist', 'announcement', 'hint'),
    as: fc.constantFrom<Announcement['as'][]>('banner', 'modal'),
    priority: fc.integer({ min: -3, max: 3 }),
    started: fc.boolean(),
    inDialog: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(any),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (list, typing, hidden, dialogOpen) => {
        const candidates = list.map(({ kind, as, priority, ...rest }, order) =>
          candidate(`g-${order}`, kind, { ...rest, order, guide: { priority, ...(as && { as }) } }),
        )
        const { open, refused } = choose(candidates, aState({ typing, hidden, dialogOpen }))
        const slots = open.map(({ guide, kind }) => slotOf(guide, kind))
        expect(slots.filter((slot) => slot === 'interrupt').length).toBeLessThanOrEqual(1)
        expect(slots.filter((slot) => slot === 'banner').length).toBeLessThanOrEqual(1)
        expect(open.length + refused.length).toBe(candidates.length)
        expect(choose([...candidates].reverse(), aState({ typing, hidden, dialogOpen })).open).toEqual(open)
      },
    ),
  )
})
