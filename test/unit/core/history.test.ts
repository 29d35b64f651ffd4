import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectWhereKeys, whereKey } from '../../../src/core/conditions'
import { EVENT_TIMES, emptyHistory, recordEvent, recordShown } from '../../../src/core/history'
import { aContext, aSubject, NOW } from './a-context'

test('an event is kept under its name, and under each condition its properties satisfy', () => {
  const rules = collectWhereKeys({
    version: 1,
    segments: { busy: { any: [{ event: 'Made', where: { size: { gt: 5 } } }, { event: 'Made' }] } },
  })
  expect(rules).toHaveLength(2)
  const big = whereKey('Made', { size: { gt: 5 } })
  let history = recordEvent(emptyHistory(), 'Made', { size: 3 }, rules, NOW)
  expect(Object.keys(history.events)).toEqual(['Made'])
  history = recordEvent(history, 'Made', { size: 9 }, rules, NOW + 1)
  expect(history.events.Made).toEqual({ count: 2, first: NOW, last: NOW + 1, times: [NOW, NOW + 1] })
  expect(history.events[big]?.count).toBe(1)
})

test('two spellings of one condition share a key', () => {
  expect(whereKey('Made', { size: { gt: 5, lt: 9 } })).toBe(whereKey('Made', { size: { lt: 9, gt: 5 } }))
})

test('the history stays bounded, and keeps what conditions ask about', () => {
  const rules = [{ event: 'Asked', where: undefined, key: 'Asked' }]
  let history = recordEvent(emptyHistory(), 'Asked', {}, rules, 0)
  for (let i = 1; i <= 1000; i++) history = recordEvent(history, `Event ${i}`, {}, rules, i)
  expect(Object.keys(history.events)).toHaveLength(300)
  expect(history.events.Asked?.count).toBe(1)
  expect(history.events['Event 1000']?.count).toBe(1)
  for (let i = 0; i < 200; i++) history = recordEvent(history, 'Asked', {}, rules, i)
  expect(history.events.Asked).toMatchObject({ count: 201 })
  expect(history.events.Asked?.times).toHaveLength(EVENT_TIMES)
})

test('recording changes no history that was handed out', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), (names) => {
      let history = emptyHistory()
      for (const name of names) {
        const before = structuredClone(history)
        const next = recordShown(
          recordEvent(history, name, {}, [], NOW),
          aSubject({ id: name }, 'tour'),
          aContext(),
        )
        expect(history).toEqual(before)
        history = next
      }
    }),
  )
})

test('a showing counts, keeps its first time, and is an interruption only when it interrupts', () => {
  const survey = { guide: { id: 'nps', metric: 'nps' as const }, kind: 'survey' as const }
  const once = recordShown(emptyHistory(), { ...survey, slot: 'interrupt' }, aContext())
  const later = aContext({ now: NOW + 5, sessionId: 's_2' })
  const twice = recordShown(once, { ...survey, slot: 'aside' }, later)
  expect(twice.guides.nps).toEqual({ shown: 2, first: NOW, last: NOW + 5, session: 's_2' })
  expect(twice.interruptions).toEqual([{ at: NOW, id: 'nps', kind: 'survey', session: 's_1', metric: 'nps' }])
})
