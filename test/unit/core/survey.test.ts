import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/core/context'
import { rules } from '../../../src/core/rules'
import { startSurvey, surveyStep } from '../../../src/core/survey'
import { validateAnswer } from '../../../src/core/survey-answer'
import type { SurveyInput, SurveyResult, SurveyState } from '../../../src/core/survey-types'
import { surveyView, thanksOf } from '../../../src/core/survey-view'
import type { Question, Survey } from '../../../src/schema'
import { aContext } from './a-context'

const text = (id: string, change: Partial<Extract<Question, { type: 'text' }>> = {}): Question => ({
  id,
  type: 'text',
  title: id,
  ...change,
})
const nps: Survey = {
  id: 'nps',
  metric: 'nps',
  questions: [
    { id: 'score', type: 'nps', title: 'How likely?' },
    text('why', { show: { answer: 'score', lte: 6 }, optional: true }),
    text('praise', { show: { answer: 'score', gte: 9 } }),
  ],
  thanks: [{ show: { answer: 'score', gte: 9 }, title: 'Great' }, { title: 'Thank you' }],
}

function play(survey: Survey) {
  const asking = { survey, context: aContext(), rules }
  let state: SurveyState | undefined
  let result: SurveyResult = { state, events: [] }
  const follow = (next: SurveyResult) => {
    result = next
    state = result.state && JSON.parse(JSON.stringify(result.state))
    return self
  }
  const self = {
    send: (input: SurveyInput) => (state ? follow(surveyStep(state, input, asking)) : self),
    start: () => follow(startSurvey(asking, undefined, 'sub-1')),
    /** After a load of the page. */
    resume: () => follow(startSurvey(asking, state, 'sub-2')),
    answer: (value: Answer, more: { other?: string; label?: string } = {}) =>
      self.send({ type: 'answer', value, ...more }),
    restore: (saved: SurveyState | undefined) => {
      state = saved
      return self
    },
    get state() {
      return state
    },
    get told() {
      return result.events.map(([event]) => event)
    },
    get asks() {
      return state && surveyView(asking, state)
    },
    get thanks() {
      return state?.phase === 'thanks' ? thanksOf(asking, state) : undefined
    },
    get problem() {
      return result.problem
    },
    get end() {
      return result.end
    },
    tracked: (event: string) => result.events.find(([name]) => name === event)?.[1],
  }
  return self
}

describe('an NPS survey', () => {
  test('asks what the score leads to, tells of each answer at once, and thanks accordingly', () => {
    const it = play(nps).start()
    expect(it.told).toEqual(['Guide Shown'])
    expect(it.asks).toMatchObject({ question: { id: 'score' }, index: 0, value: undefined })
    it.answer(3)
    expect(it.tracked('Survey Answered')).toEqual({
      submission_id: 'sub-1',
      metric: 'nps',
      question_id: 'score',
      question_type: 'nps',
      answers: { score: 3 },
      score: 3,
      scale: 10,
      completed: false,
    })
    expect(it.asks).toMatchObject({
      question: { id: 'why' },
      index: 1,
      total: 2,
    })
    it.answer('Too slow')
    expect(it.told).toEqual(['Survey Answered', 'Survey Completed'])
    expect(it.asks).toBeUndefined()
    expect(it.tracked('Survey Completed')).toMatchObject({
      question_id: 'why',
      answers: { score: 3, why: 'Too slow' },
      score: 3,
      completed: true,
    })
    expect(it.thanks).toEqual({ title: 'Thank you' })
    expect(play(nps).start().answer(10).answer('Fast').thanks).toMatchObject({ title: 'Great' })
  })

  test('a score of 0 is a score', () => {
    expect(play(nps).start().answer(0).tracked('Survey Answered')).toMatchObject({
      score: 0,
      answers: { score: 0 },
    })
  })

  test('a skipped question leaves no answer, and no event', () => {
    const it = play(nps).start().answer(3).send({ type: 'skip' })
    expect(it.told).toEqual(['Survey Completed'])
    expect(it.thanks).toEqual({ title: 'Thank you' })
    expect(it.tracked('Survey Completed')?.answers).toEqual({ score: 3 })
  })

  test('another score drops the answers of the branch that is left', () => {
    const it = play(nps).start().answer(3).answer('Too slow')
    it.restore({ ...(it.state as SurveyState), phase: 'asking' }).send({ type: 'back' })
    expect(it.asks?.value).toBe(3)
    it.answer(10)
    expect(it.tracked('Survey Answered')?.answers).toEqual({ score: 10 })
    expect(it.asks?.question.id).toBe('praise')
  })

  test('the same score again keeps what followed', () => {
    const it = play(nps).start().answer(3).answer('Too slow')
    it.restore({ ...(it.state as SurveyState), phase: 'asking' })
      .send({ type: 'back' })
      .answer(5)
    expect(it.asks).toMatchObject({ question: { id: 'why' }, value: 'Too slow' })
  })

  test('the same score again keeps what followed a statement, and a question that was left out', () => {
    const it = play({
      id: 's',
      questions: [
        { id: 'score', type: 'nps', title: 'x' },
        { id: 'intro', type: 'statement', title: 'x' },
        text('aside', { optional: true }),
        text('why'),
        text('last'),
      ],
    })
    it.start().answer(9).send({ type: 'skip' }).send({ type: 'skip' }).answer('Fast')
    for (let i = 0; i < 4; i++) it.send({ type: 'back' })
    expect(it.asks?.question.id).toBe('score')
    expect(it.answer(9).tracked('Survey Answered')?.answers).toEqual({ score: 9, why: 'Fast' })
  })

  test('closed without an answer it is dismissed; with one it is abandoned too; at the thanks completed', () => {
    const close: SurveyInput = { type: 'close', how: 'escape' }
    const before = play(nps).start().send(close)
    expect([before.state, before.told]).toEqual([undefined, []])
    expect(before.end).toEqual({ outcome: 'dismissed', properties: { how: 'escape' } })
    const between = play(nps).start().answer(3).send(close)
    expect(between.told).toEqual(['Survey Abandoned'])
    expect(between.end).toEqual({ outcome: 'dismissed', properties: { how: 'escape' } })
    expect(between.tracked('Survey Abandoned')).toMatchObject({ answers: { score: 3 }, completed: false })
    const after = play(nps).start().answer(8).send(close)
    expect([after.state, after.told]).toEqual([undefined, []])
    expect(after.end).toEqual({ outcome: 'completed', properties: {} })
  })

  test('a reload asks the same question under the same submission, and shows no thanks twice', () => {
    const it = play(nps).start().answer(3).resume()
    expect(it.told).toEqual([])
    expect(it.asks?.question.id).toBe('why')
    expect(it.answer('x').tracked('Survey Completed')?.submission_id).toBe('sub-1')
    expect(it.resume().told).toEqual([])
    expect([it.state, it.end?.outcome]).toEqual([undefined, 'completed'])
  })

  test('a config that has lost the question asks the first one, with the answers that still have theirs', () => {
    const before = play(nps).start().answer(3).state
    const [score, , praise] = nps.questions
    if (!score || !praise) throw new Error('expected the questions of the survey')
    const it = play({ ...nps, questions: [score, praise] })
      .restore(before)
      .resume()
    expect(it.told).toEqual([])
    expect(it.asks).toMatchObject({ question: { id: 'score' }, index: 0, value: 3 })
    const other = play({ ...nps, questions: [text('never', { show: { any: [] } })] }).restore(before)
    expect(other.resume().tracked('Survey Completed')).toMatchObject({ answers: {} })
  })
})

describe('branches', () => {
  const branching: Survey = {
    id: 's',
    questions: [
      {
        id: 'kind',
        type: 'choice',
        title: 'Kind',
        choices: [
          { id: 'bug', label: 'A bug' },
          { id: 'idea', label: 'An idea' },
        ],
        other: true,
        goto: [
          { if: { answer: 'kind', is: 'bug' }, to: 'steps' },
          { if: { answer: 'kind', is: 'other' }, to: 'end' },
          { to: 'idea' },
        ],
      },
      text('steps', { goto: 'end' }),
      text('idea'),
      text('last'),
    ],
  }

  test('`goto` takes the first that holds; "end" ends', () => {
    expect(play(branching).start().answer('bug').asks?.question.id).toBe('steps')
    expect(play(branching).start().answer('bug').answer('1, 2').told).toContain('Survey Completed')
    expect(play(branching).start().answer('idea').asks?.question.id).toBe('idea')
    expect(play(branching).start().answer('other', { other: 'praise' }).told).toContain('Survey Completed')
  })

  test('a choice is kept by its id, with the label and the free text beside it', () => {
    const it = play(branching).start().answer('other', { other: 'Praise', label: 'Etwas anderes' })
    expect(it.tracked('Survey Completed')).toMatchObject({
      answers: { kind: 'other', 'kind.other': 'Praise' },
      labels: { kind: 'Etwas anderes' },
    })
  })

  test('a survey of which nothing is asked fails', () => {
    const it = play({ id: 's', questions: [text('a', { show: { any: [] } })] }).start()
    expect([it.state, it.told]).toEqual([undefined, []])
    expect(it.end).toEqual({ outcome: 'failed', properties: { reason: 'no_question_shown' } })
  })

  test('a loop asks again, and ends', () => {
    const it = play({
      id: 's',
      questions: [
        text('a'),
        text('b', { goto: [{ if: { answer: 'b', is: 'again' }, to: 'a' }, { to: 'end' }] }),
      ],
    })
    it.start().answer('x').answer('again')
    expect(it.asks).toMatchObject({ question: { id: 'a' }, index: 0, value: 'x' })
    expect(it.answer('y').answer('enough').told).toContain('Survey Completed')
  })
})

const choices = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
  { id: 'c', label: 'C' },
]
const ask = (question: Partial<Question> & { type: Question['type'] }) =>
  ({ id: 'q', title: 'Q', ...question }) as Question // parts of each type, put together by the rows below

test.each<[Question, Answer, string | undefined]>([
  [ask({ type: 'nps' }), 0, undefined],
  [ask({ type: 'nps' }), 10, undefined],
  [ask({ type: 'nps' }), 11, 'outOfRange'],
  [ask({ type: 'nps' }), 6.5, 'outOfRange'],
  [ask({ type: 'nps' }), '9', 'outOfRange'],
  [ask({ type: 'nps' }), null, 'required'],
  [ask({ type: 'nps', optional: true }), null, undefined],
  [ask({ type: 'csat' }), 5, undefined],
  [ask({ type: 'csat' }), 6, 'outOfRange'],
  [ask({ type: 'csat', points: 2 }), 3, 'outOfRange'],
  [ask({ type: 'ces' }), 0, 'outOfRange'],
  [ask({ type: 'rating', points: 10 }), 10, undefined],
  [ask({ type: 'choice', choices }), 'a', undefined],
  [ask({ type: 'choice', choices }), 'z', 'notAChoice'],
  [ask({ type: 'choice', choices }), 'other', 'notAChoice'],
  [ask({ type: 'choice', choices, other: true }), 'other', 'required'],
  [ask({ type: 'choices', choices, min: 2 }), ['a'], 'tooFew'],
  [ask({ type: 'choices', choices, max: 1 }), ['a', 'b'], 'tooMany'],
  [ask({ type: 'choices', choices }), ['a', 'a'], 'notAChoice'],
  [ask({ type: 'choices', choices }), [], 'required'],
  [ask({ type: 'text', maxLength: 3 }), 'long', 'tooLong'],
  [ask({ type: 'text' }), '  ', 'required'],
  [ask({ type: 'consent', label: 'I agree' }), false, 'consentNeeded'],
  [ask({ type: 'consent', label: 'I agree' }), true, undefined],
  [ask({ type: 'statement' }), null, undefined],
])('%j answered with %j: %s', (question, value, code) => {
  expect(validateAnswer(question, { value })?.code).toBe(code)
})

test('an answer that is not valid changes nothing', () => {
  const it = play(nps).start()
  const before = it.state
  expect(it.answer(11).told).toEqual([])
  expect(it.problem).toEqual({ code: 'outOfRange' })
  expect(it.state).toEqual(before)
})

test('whatever is answered, gone back to and changed, only answers of the way taken are told of', () => {
  const survey: Survey = {
    id: 's',
    questions: [
      text('a', { goto: [{ if: { answer: 'a', is: 'x' }, to: 'c' }, { to: 'b' }] }),
      text('b', { show: { answer: 'a', isNot: 'z' } }),
      text('c', { goto: [{ if: { answer: 'c', is: 'y' }, to: 'end' }, { to: 'd' }] }),
      text('d', { show: { answer: 'b', exists: true } }),
      text('e'),
    ],
  }
  /** The questions that these answers lead through, asked from the beginning. */
  const wayOf = (answers: Readonly<Record<string, Answer>>) => {
    const it = play(survey).start()
    const way: string[] = []
    while (it.asks) {
      const { id } = it.asks.question
      way.push(id)
      const value = answers[id]
      if (value === undefined) break
      it.answer(value)
    }
    return way
  }
  const move = fc.oneof(
    fc.constantFrom('x', 'y', 'z').map((value): SurveyInput => ({ type: 'answer', value })),
    fc.constant<SurveyInput>({ type: 'back' }),
  )
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
      const it = play(survey).start()
      for (const one of moves) {
        it.send(one)
        const told = it.tracked('Survey Completed') ?? it.tracked('Survey Answered')
        if (told) {
          const answers = told.answers as Record<string, Answer>
          expect(wayOf(answers)).toEqual(expect.arrayContaining(Object.keys(answers)))
        }
      }
    }),
    { numRuns: 300 },
  )
})
