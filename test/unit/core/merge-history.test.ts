import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GuideRecord, History } from '../../../src/core/context'
import { recordFeature } from '../../../src/core/feature-use'
import {
  EVENT_TIMES,
  emptyHistory,
  MAX_INTERRUPTIONS,
  recordEvent,
  recordGuide,
  recordShown,
} from '../../../src/core/history'
import { mergeHistory } from '../../../src/core/merge-history'
import { aContext, aSubject, DAY, NOW } from './a-context'

const merge = (a: History, b: History) => mergeHistory(a, b, [])
const guide = (record: Partial<GuideRecord>) => recordGuide(emptyHistory(), 'g', record)

/** What one tab did: any of events, features, showings and ends, each at its own time. */
const history: fc.Arbitrary<History> = fc
  .array(fc.tuple(fc.constantFrom('event', 'feature', 'shown', 'completed'), fc.constantFrom('a', 'b')), {
    maxLength: 12,
  })
  .chain((acts) =>
    fc.integer({ min: 0, max: 50 }).map((offset) =>
      acts.reduce((past, [what, id], i) => {
        const now = NOW + offset + i * DAY
        if (what === 'event') return recordEvent(past, id, {}, [], now)
        if (what === 'feature') return recordFeature(past, id, now)
        if (what === 'completed') return recordGuide(past, id, { completed: now })
        const session = { now, sessionId: `s_${now}` }
        return recordShown(past, aSubject({ id }, 'tour'), session)
      }, emptyHistory()),
    ),
  )

test('the order of merging makes no difference, and merging again changes nothing', () => {
  fc.assert(
    fc.property(history, history, (a, b) => {
      const both = merge(a, b)
      expect(merge(both, a)).toEqual(both)
      expect(merge(both, b)).toEqual(both)
      for (const record of ['events', 'features', 'guides'] as const)
        expect(Object.keys(merge(b, a)[record]).sort()).toEqual(Object.keys(both[record]).sort())
      expect(merge(b, a).interruptions.length).toBe(both.interruptions.length)
    }),
  )
})

test('an empty history adds nothing', () => {
  fc.assert(
    fc.property(history, (a) => {
      expect(merge(a, emptyHistory())).toEqual(a)
    }),
  )
})

test('counts, last times and ends are the larger, the first time is the smaller', () => {
  const a = guide({ shown: 3, first: NOW + 5, last: NOW + 9, dismissed: NOW + 9, session: 's_old' })
  const b = guide({ shown: 1, first: NOW, last: NOW + 20, completed: NOW + 21, session: 's_new' })
  const expected = {
    shown: 3,
    first: NOW,
    last: NOW + 20,
    dismissed: NOW + 9,
    completed: NOW + 21,
    session: 's_new',
  }
  expect(merge(a, b).guides.g).toEqual(expected)
  expect(merge(b, a).guides.g).toEqual(expected)
})

test('the session is that of the last showing or end', () => {
  const ended = guide({ shown: 1, last: NOW, dismissed: NOW + 9, session: 's_ended' })
  const stale = guide({ shown: 1, last: NOW, session: 's_shown' })
  expect(merge(ended, stale).guides.g?.session).toBe('s_ended')
  expect(merge(stale, ended).guides.g?.session).toBe('s_ended')
})

test('the merge is as bounded as what was merged', () => {
  const busy = (from: number): History => {
    let past = emptyHistory()
    for (let i = 0; i < 290; i++) past = recordEvent(past, `${from} ${i}`, {}, [], from + i)
    for (let i = 0; i < EVENT_TIMES; i++) past = recordEvent(past, 'often', {}, [], from + 2 * i)
    for (let i = 0; i < MAX_INTERRUPTIONS; i++)
      past = recordShown(past, aSubject({ id: 'g' }, 'tour'), aContext({ now: from + 2 * i }))
    return past
  }
  const both = merge(busy(NOW), busy(NOW + 1001))
  expect(both.interruptions).toHaveLength(MAX_INTERRUPTIONS)
  expect(both.interruptions.at(-1)?.at).toBe(NOW + 1001 + 2 * (MAX_INTERRUPTIONS - 1))
  expect(Object.keys(both.events)).toHaveLength(300)
  expect(both.events.often?.times).toHaveLength(EVENT_TIMES)
})

test('what conditions ask about survives the merge of two full histories', () => {
  let a = recordEvent(emptyHistory(), 'Asked', {}, [], 0)
  let b = emptyHistory()
  for (let i = 1; i <= 290; i++) {
    a = recordEvent(a, `a ${i}`, {}, [], i)
    b = recordEvent(b, `b ${i}`, {}, [], i)
  }
  const rules = [{ event: 'Asked', where: undefined, key: 'Asked' }]
  expect(mergeHistory(a, b, rules).events.Asked?.count).toBe(1)
  expect(mergeHistory(a, b, []).events.Asked).toBeUndefined()
})
