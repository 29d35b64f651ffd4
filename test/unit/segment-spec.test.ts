import { describe, expect, it } from 'vitest'
import { findProblems, maxMessages } from './segment-spec'

const track = {
  type: 'track',
  messageId: 'm-1',
  timestamp: '2026-11-22T10:00:00.000Z',
  anonymousId: 'a-1',
  event: 'Project Created',
  properties: { template: 'kanban' },
}
const library = { name: 'handrail', version: '0.1.0' }
const body = { writeKey: 'wk', sentAt: '2026-11-22T10:00:01.000Z', context: { library }, batch: [track] }

const check = (changed: Record<string, unknown>): string[] =>
  findProblems(JSON.stringify({ ...body, ...changed }))
const checkMessage = (changed: Record<string, unknown>): string[] =>
  check({ batch: [{ ...track, ...changed }] })
const checkContext = (changed: Record<string, unknown>): string[] =>
  check({ context: { library, ...changed } })

describe('the check of the Segment specification', () => {
  it('accepts a batch of the documentation', () => {
    expect(check({})).toEqual([])
  })

  it.each([
    ['an unknown key of the batch', () => check({ extra: 1 })],
    ['no key', () => check({ writeKey: undefined })],
    ['a time that is no ISO text', () => check({ sentAt: 1_763_805_600_000 })],
    ['an empty batch', () => check({ batch: [] })],
    ['a repeated id', () => check({ batch: [track, track] })],
    [
      'too many messages',
      () =>
        check({
          batch: Array(maxMessages + 1)
            .fill(track)
            .map(numbered),
        }),
    ],
    ['a body that is too large', () => check({ batch: Array(20).fill(large).map(numbered) })],
    ['an unknown type', () => checkMessage({ type: 'event' })],
    ['an unknown key of a message', () => checkMessage({ sessionId: 's' })],
    ['a track without event', () => checkMessage({ event: undefined })],
    [
      'a group without groupId',
      () => checkMessage({ type: 'group', event: undefined, properties: undefined }),
    ],
    ['nobody', () => checkMessage({ anonymousId: undefined })],
    ['an empty userId', () => checkMessage({ userId: '' })],
    ['an id that is too long', () => checkMessage({ messageId: 'x'.repeat(101) })],
    ['a local time', () => checkMessage({ timestamp: '2026-11-22 10:00' })],
    ['a day that does not exist', () => checkMessage({ timestamp: '2026-13-22T10:00:00Z' })],
    ['properties that are a list', () => checkMessage({ properties: [] })],
    ['a message that is too large', () => checkMessage({ properties: { text: 'é'.repeat(16_400) } })],
    ['no library', () => check({ context: {} })],
    ['a page without address', () => checkContext({ page: { path: '/' } })],
    ['a width in words', () => checkContext({ screen: { width: '1280', height: 800 } })],
    ['a time zone that nobody knows', () => checkContext({ timezone: 'Mars/Olympus' })],
    ['a locale that is none', () => checkContext({ locale: 'English!' })],
  ])('refuses %s, with one reason', (_name, run) => {
    expect(run()).toHaveLength(1)
  })
})

const large = { ...track, properties: { text: 'x'.repeat(30_000) } }
const numbered = (message: typeof track, i: number) => ({ ...message, messageId: `m-${i}` })
