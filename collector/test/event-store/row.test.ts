import { describe, expect, it } from 'vitest'
import { isActivity } from '../../src/event-store/activity'
import { correctTime, readMessages } from '../../src/event-store/message'
import { toRow } from '../../src/event-store/row'

const now = Date.UTC(2026, 10, 22, 12)
const minute = 60_000
const iso = (ms: number) => new Date(ms).toISOString()
const messagesOf = (body: object, refused: number[] = []) =>
  readMessages(
    { projectId: 'p', receivedAt: now, refused, body: Buffer.from(JSON.stringify(body)) },
    'spool.1.0',
  )

const row = (event: object) => {
  const [message] = messagesOf({ batch: [{ userId: 'ada', messageId: 'm', ...event }] })
  if (!message) throw new Error('there is one message')
  return toRow(message, 'acme')
}

describe('time', () => {
  it.each([
    ['is kept when the clock is right', now - 3 * minute, now - minute, now - 3 * minute],
    ['is kept when the request was long on its way', now - 4 * minute, now - 4 * minute, now - 4 * minute],
    ['is corrected when the clock is ahead', now + 57 * minute, now + 60 * minute, now - 3 * minute],
    ['is corrected when the clock is behind', now - 63 * minute, now - 60 * minute, now - 3 * minute],
    ['of an event that waited offline is kept', now - 24 * 60 * minute, now, now - 24 * 60 * minute],
    ['without sentAt is kept', now - 3 * minute, Number.NaN, now - 3 * minute],
    ['that is missing is that of arrival', Number.NaN, now, now],
    ['in the future is that of arrival', now + 60 * minute, now, now],
    ['from before the year 2000 is that of arrival', 0, Number.NaN, now],
  ])('%s', (_what, timestamp, sentAt, expected) => {
    expect(correctTime(timestamp, sentAt, now)).toBe(expected)
  })

  it('never reorders what one batch says', () => {
    const sentAt = now + 47 * minute
    const batch = [9, 5, 2, 0].map((ago, i) => ({
      type: 'track',
      event: 'A',
      userId: 'u',
      messageId: `m${i}`,
      timestamp: iso(sentAt - ago * minute),
    }))
    const times = messagesOf({ batch, sentAt: iso(sentAt) }).map(({ ts }) => ts)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBe(now)
  })
})

describe('messages', () => {
  it('leave out what was refused, and lay the context of a batch under their own', () => {
    const batch = [
      { type: 'track', event: 'A', userId: 'u', messageId: 'a', context: { groupId: 'own' } },
      { nonsense: true },
      { type: 'track', event: 'B', userId: 'u', messageId: 'b' },
    ]
    const messages = messagesOf({ batch, context: { groupId: 'of the batch', locale: 'fa' } }, [1])
    expect(messages.map(({ messageId }) => messageId)).toEqual(['a', 'b'])
    expect(messages.map(({ context }) => context)).toEqual([
      { groupId: 'own', locale: 'fa' },
      { groupId: 'of the batch', locale: 'fa' },
    ])
  })

  it('without an id get one that is the same each time they are loaded', () => {
    const batch = [
      { type: 'page', userId: 'u' },
      { type: 'page', userId: 'u' },
    ]
    const ids = () => messagesOf({ batch }).map(({ messageId }) => messageId)
    expect(ids()).toEqual(['spool.1.0.0', 'spool.1.0.1'])
    expect(ids()).toEqual(ids())
  })
})

describe('columns', () => {
  it('of a survey answer', () => {
    const properties = {
      guide_id: 'nps',
      guide_kind: 'survey',
      submission_id: 's1',
      question_id: 'score',
      metric: 'nps',
      score: 9,
      answers: { score: 9 },
    }
    expect(row({ type: 'track', event: 'Survey Answered', properties })).toMatchObject({
      account: 'acme',
      user: 'ada',
      event: 'Survey Answered',
      activity: 0,
      guide_id: 'nps',
      submission: 's1',
      question: 'score',
      metric: 'nps',
      score: 9,
      answers: '{"score":9}',
    })
  })

  it('of a group, with dates in any of the usual forms', () => {
    const traits = { seats: 25, mrr: 490, renewsAt: '2027-03-01', createdAt: Date.UTC(2026, 10, 1) / 1000 }
    expect(row({ type: 'group', groupId: 'acme', traits })).toMatchObject({
      seats: 25,
      mrr: 490,
      renews: '2027-03-01',
      created: '2026-11-01',
      props: JSON.stringify(traits),
    })
  })

  it('hold a figure only where it is one', () => {
    const odd = { done_count: -3, total_count: 1e9, score: '9', step_index: 'x' }
    expect(row({ type: 'track', event: 'Item Completed', properties: odd })).toMatchObject({
      done_count: 0,
      total_count: 0xffff,
      score: Number.NaN,
      step_index: 0,
    })
    expect(row({ type: 'group', groupId: 'a', traits: { renewsAt: 'never', seats: '9' } })).toMatchObject({
      renews: '1970-01-01',
      seats: Number.NaN,
    })
  })
})

describe('the score of an answer', () => {
  it.each([
    [{ metric: 'nps', score: 10 }, 10],
    [{ metric: 'nps', score: 11 }, Number.NaN],
    [{ metric: 'csat', score: 5 }, 5],
    [{ metric: 'csat', score: 8 }, Number.NaN],
    [{ metric: 'csat', score: 8, scale: 10 }, 8],
    [{ metric: 'csat', score: 1e9, scale: 'long' }, Number.NaN],
    [{ metric: 'ces', score: 0 }, Number.NaN],
    [{ score: 1e6 }, 1e6],
  ])('%j is %d', (properties, expected) => {
    expect(row({ type: 'track', event: 'Survey Answered', properties }).score).toBe(expected)
  })
})

describe('activity', () => {
  it.each([
    ['track', 'Project Created', true],
    ['track', 'Feature Used', true],
    ['page', 'Reports', true],
    ['track', 'Guide Shown', false],
    ['track', 'Step Viewed', false],
    ['track', 'Item Completed', false],
    ['track', 'Survey Answered', false],
    ['track', 'Session Ended', false],
    ['track', 'Target Healed', false],
    ['identify', '', false],
    ['group', '', false],
  ])('%s %s: %s', (type, name, expected) => {
    expect(isActivity(type, name)).toBe(expected)
  })
})
