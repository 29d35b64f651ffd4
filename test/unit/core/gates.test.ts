import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GuideRecord } from '../../../src/core/context'
import { explainGates } from '../../../src/core/explain'
import { firstRefusal, GATES, STANDING_GATES } from '../../../src/core/gates'
import { emptyHistory, recordGuide, recordShown } from '../../../src/core/history'
import type {
  Announcement,
  Frequency,
  GuideBase,
  GuideKind,
  Pacing,
  Survey,
  Tour,
  When,
} from '../../../src/schema'
import { aContext, aState, aSubject, DAY, NOW } from './a-context'
import { condition } from './arbitrary'

const refusal = (guide: GuideBase | Announcement, kind: GuideKind, context = aContext(), state = aState()) =>
  firstRefusal(aSubject(guide, kind), context, state)?.refusal
const having = (record: Partial<GuideRecord>) =>
  aContext({
    history: recordGuide(emptyHistory(), 'g', { shown: 1, last: NOW - DAY, session: 's_0', ...record }),
  })

const guide: fc.Arbitrary<GuideBase> = fc.record(
  {
    id: fc.constantFrom('g', 'h'),
    enabled: fc.boolean(),
    from: fc.constantFrom('2026-01-01', '2027-01-01'),
    until: fc.constantFrom('2026-01-01', '2027-01-01'),
    audience: condition,
    when: fc.record({ page: fc.constantFrom('/projects', '/other') }),
    frequency: fc.constantFrom<Frequency>('once', 'always', 'every-session', 'until-completed', {
      every: 'P7D',
      max: 2,
    }),
    holdout: fc.constantFrom(0, 50, 100),
    sample: fc.constantFrom(0, 50, 100),
    target: fc.constantFrom('#here', '#gone'),
  },
  { requiredKeys: ['id'] },
)
const kind = fc.constantFrom<GuideKind>('tour', 'survey', 'checklist', 'announcement', 'hint')
const state = fc.record({
  consent: fc.boolean(),
  pacing: fc.constantFrom<Pacing | undefined>(undefined, { gapMinutes: 10 }),
  started: fc.boolean(),
  open: fc.constantFrom([], [{ id: 'x', kind: 'survey' as const, slot: 'interrupt' as const, here: false }]),
  typing: fc.boolean(),
  dialog: fc.boolean(),
  hidden: fc.boolean(),
})
const history = fc.constantFrom(
  emptyHistory(),
  recordShown(emptyHistory(), aSubject({ id: 'g' }, 'tour'), aContext({ now: NOW - 60_000 })),
)

test('the gates come in one order, the short cut agrees with them, and each has a sentence', () => {
  fc.assert(
    fc.property(guide, kind, fc.boolean(), state, history, (one, ofKind, triggered, its, past) => {
      const context = aContext({ history: past, isVisible: (target) => target === '#here' })
      const subject = aSubject(one, ofKind, triggered)
      const explained = explainGates({ ...subject, context, state: aState(its) })
      expect(explained.map(({ gate }) => gate)).toEqual(GATES)
      const verdict = firstRefusal(subject, context, aState(its))
      expect(explained.find(({ passed }) => !passed)?.gate).toBe(verdict?.gate)
      const stands = !verdict || !STANDING_GATES.includes(verdict.gate)
      expect(!firstRefusal(subject, context, aState(its), STANDING_GATES)).toBe(stands)
      for (const { why } of explained)
        expect(why).toMatch(/^(?!.*(undefined|NaN|\[object|unknown day))[A-Z“].*[.}]$|error: /)
    }),
    { numRuns: 1000 },
  )
})

const aimedAt = (target: string): Partial<Tour> => ({ steps: [{ id: 's', target, title: 'x' }] })

test.each<[string, Partial<Tour>, Parameters<typeof aState>[0]]>([
  ['disabled', { enabled: false }, {}],
  ['early', { from: '2026-11-23' }, {}],
  ['late', { until: '2026-11-22' }, {}],
  ['consent', {}, { consent: false }],
  ['audience', { audience: { trait: 'role', is: 'admin' } }, {}],
  ['sample', { sample: 0 }, {}],
  ['holdout', { holdout: 100 }, {}],
  ['page', { when: { page: '/reports' } }, {}],
  ['hidden', {}, { hidden: true }],
  ['dialog', {}, { dialog: true }],
  ['typing', {}, { typing: true }],
  ['missing', aimedAt('#gone'), {}],
])('%s refuses', (why, change, its) => {
  expect(refusal({ id: 'g', ...change }, 'tour', aContext(), aState(its))).toBe(why)
})

test.each<[string, When]>([
  ['trigger', { event: 'X' }],
  ['code', { code: true }],
])('%s refuses until it has fired', (why, when) => {
  const subject = aSubject({ id: 'g', when }, 'tour', false)
  expect(firstRefusal(subject, aContext(), aState())?.refusal).toBe(why)
})

test('a dialog holds back no guide that points into it', () => {
  const context = aContext({ isVisible: () => true })
  const into = (target: string): GuideBase => ({ id: 'g', ...aimedAt(target) })
  expect(refusal(into('#in-dialog'), 'tour', context, aState({ dialog: true }))).toBeUndefined()
  expect(refusal(into('#below'), 'tour', context, aState({ dialog: true }))).toBe('dialog')
})

test('what the user asks for skips audience, frequency, page, trigger and pacing, not consent or another guide', () => {
  const strict: GuideBase = {
    ...aimedAt('#gone'),
    id: 'g',
    audience: { any: [] },
    when: { page: '/x', code: true },
    sample: 0,
  }
  const context = having({ snoozedUntil: NOW + DAY })
  const asked = { started: true, typing: true, pacing: { perDay: 0 } }
  expect(refusal(strict, 'tour', context, aState(asked))).toBeUndefined()
  expect(refusal(strict, 'tour', context, aState({ ...asked, consent: false }))).toBe('consent')
  expect(refusal({ ...strict, holdout: 100 }, 'tour', context, aState(asked))).toBe('holdout')
  const open = [{ id: 'x', kind: 'survey', slot: 'interrupt', here: false }] as const
  expect(refusal(strict, 'tour', context, aState({ ...asked, open }))).toBe('open')
})

test('another tab holds back what interrupts, and no banner', () => {
  const open = [
    { id: 'x', kind: 'tour', slot: 'interrupt', here: false },
    { id: 'y', kind: 'announcement', slot: 'banner', here: false },
  ] as const
  const banner = { id: 'g', as: 'banner', title: 'x' } as const
  expect(refusal({ id: 'g' }, 'tour', aContext(), aState({ open }))).toBe('open')
  expect(refusal(banner, 'announcement', aContext(), aState({ open }))).toBeUndefined()
  const here = [{ id: 'y', kind: 'announcement', slot: 'banner', here: true }] as const
  expect(refusal(banner, 'announcement', aContext(), aState({ open: here }))).toBe('open')
  expect(refusal({ id: 'g' }, 'checklist', aContext(), aState({ open }))).toBeUndefined()
})

describe('frequency', () => {
  const tour = (frequency: Frequency | undefined, record: Partial<GuideRecord>) =>
    refusal({ id: 'g', ...(frequency && { frequency }) }, 'tour', having(record))

  test('once is the default', () => expect(tour(undefined, {})).toBe('once'))
  test('always is never used up', () => expect(tour('always', { completed: NOW })).toBeUndefined())
  test('every-session comes back in another session', () => {
    expect(tour('every-session', {})).toBeUndefined()
    expect(tour('every-session', { session: 's_1' })).toBe('session')
  })
  test('until-completed comes back in another session, whatever ended it but completion', () => {
    expect(tour('until-completed', { dismissed: NOW })).toBeUndefined()
    expect(tour('until-completed', { dismissed: NOW, session: 's_1' })).toBe('session')
    expect(tour('until-completed', { session: 's_1' })).toBe('session')
    expect(tour('until-completed', { completed: NOW })).toBe('completed')
  })
  test('every counts from the last showing, and ends at max', () => {
    expect(tour({ every: 'P2D' }, {})).toBe('interval')
    expect(tour({ every: 'P1D' }, {})).toBeUndefined()
    expect(tour({ every: 'P1D', max: 2 }, { shown: 2 })).toBe('max')
  })
  test('“later” refuses until it is over, and uses nothing up', () => {
    expect(tour('once', { snoozedUntil: NOW + 1 })).toBe('snoozed')
    expect(tour('once', { snoozedUntil: NOW - 1 })).toBeUndefined()
    expect(tour('once', { snoozedUntil: NOW - 2 * DAY })).toBe('once')
    expect(tour('once', { snoozedUntil: NOW - 1, completed: NOW })).toBe('once')
  })
  test('“later” is history once the guide was shown or has ended after it, though its time is not over', () => {
    const later = { snoozedAt: NOW - 3, snoozedUntil: NOW + DAY }
    expect(tour('once', { ...later, last: NOW - 4 })).toBe('snoozed')
    expect(tour('once', { ...later, last: NOW - 2 })).toBe('once')
    expect(tour('always', { ...later, last: NOW - 2 })).toBeUndefined()
    const over = { ...later, snoozedUntil: NOW - 1 }
    expect(tour('once', { ...over, last: NOW - 4 })).toBeUndefined()
    expect(tour('once', { ...over, last: NOW - 2, completed: NOW - 2 })).toBe('once')
    expect(tour('once', { ...over, last: NOW - 4, dismissed: NOW - 2 })).toBe('once')
  })
  test.each<[GuideKind]>([['checklist'], ['hint']])(
    'a %s is used up by its end, not by being shown',
    (stays) => {
      expect(refusal({ id: 'g' }, stays, having({}))).toBeUndefined()
      expect(refusal({ id: 'g' }, stays, having({ dismissed: NOW - 1 }))).toBe('once')
      expect(refusal({ id: 'g' }, stays, having({ completed: NOW - 1 }))).toBe('once')
    },
  )
})

describe('pacing', () => {
  const shown = (kindShown: GuideKind, agoMs: number, metric?: Survey['metric']) => {
    const guide = { id: 'x', ...(metric && { metric }) }
    const then = aContext({ now: NOW - agoMs })
    return aContext({ history: recordShown(emptyHistory(), aSubject(guide, kindShown), then) })
  }
  const survey = (pacing: Pacing, context = shown('survey', 10 * DAY, 'nps')) =>
    refusal({ id: 'g', metric: 'nps' } as GuideBase, 'survey', context, aState({ pacing }))

  test.each<[string, Pacing, number]>([
    ['gap', { gapMinutes: 10 }, 9 * 60_000],
    ['perSession', { perSession: 1 }, 5 * DAY],
    ['perDay', { perDay: 1 }, DAY - 1],
  ])('%s refuses what interrupts, and nothing else', (why, pacing, agoMs) => {
    const context = shown('tour', agoMs)
    expect(refusal({ id: 'g' }, 'tour', context, aState({ pacing }))).toBe(why)
    expect(refusal({ id: 'g' }, 'checklist', context, aState({ pacing }))).toBeUndefined()
    expect(
      refusal({ id: 'g', as: 'banner', title: 'x' }, 'announcement', context, aState({ pacing })),
    ).toBeUndefined()
  })
  test('a limit of 0 lets nothing interrupt, from the first on', () => {
    expect(refusal({ id: 'g' }, 'tour', aContext(), aState({ pacing: { perSession: 0 } }))).toBe('perSession')
    expect(refusal({ id: 'g' }, 'tour', aContext(), aState({ pacing: { perDay: 0 } }))).toBe('perDay')
  })
  test('surveys keep their own distance, NPS a longer one', () => {
    expect(survey({ surveyGapDays: 30 })).toBe('surveyGap')
    expect(survey({ npsGapDays: 90 })).toBe('npsGap')
    expect(survey({ npsGapDays: 90 }, shown('survey', 10 * DAY, 'csat'))).toBeUndefined()
    expect(survey({ surveyGapDays: 30 }, shown('tour', DAY))).toBeUndefined()
  })
})

test.each<[string, Partial<GuideRecord>, Partial<GuideBase>, GuideKind?]>([
  ['Shown once already, on 3 Nov; frequency is once.', {}, {}],
  ['Shown once already, on 3 Nov 2025; frequency is once.', { last: Date.UTC(2025, 10, 3) }, {}],
  ['Shown 2 times, last on 3 Nov; frequency is every P90D.', { shown: 2 }, { frequency: { every: 'P90D' } }],
  ['Closed by the user on 4 Nov; frequency is once.', { dismissed: Date.UTC(2026, 10, 4) }, {}, 'checklist'],
  [
    'The user chose “later”; it may come again from 23 Nov, 09:30.',
    { snoozedUntil: Date.UTC(2026, 10, 23, 9, 30) },
    {},
  ],
  [
    'It waits for the event “Made”, and 5 s to pass.',
    { shown: 0 },
    { when: { event: 'Made', afterSeconds: 5 } },
  ],
])('the verdict reads: %s', (sentence, record, change, ofKind = 'tour') => {
  const guide = { id: 'g', ...change }
  const context = having({ last: Date.UTC(2026, 10, 3, 9), ...record })
  const explained = explainGates({
    ...aSubject(guide, ofKind, change.when === undefined),
    context,
    state: aState(),
    timeZone: 'UTC',
  })
  expect(explained.find(({ passed }) => !passed)?.why).toBe(sentence)
})

test('of 1,000 guides only those on the page are asked for their audience', () => {
  let asked = 0
  const many = Array.from(
    { length: 1000 },
    (_, i): GuideBase => ({
      id: `g-${i}`,
      when: { page: i % 10 ? `/area-${i}/*` : '/projects/**' },
      get audience() {
        asked++
        return { trait: 'role', is: 'admin' } as const
      },
    }),
  )
  const context = aContext({ traits: { role: 'admin' } })
  const stands = (one: GuideBase) => !firstRefusal(aSubject(one, 'tour'), context, aState(), STANDING_GATES)
  expect(many.filter(stands)).toHaveLength(100)
  expect(asked).toBe(100)
})
