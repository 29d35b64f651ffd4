import { describe, expect, it } from 'vitest'
import { newestFirst } from '../../src/dashboard/client/data/live-feed'
import { matchesText } from '../../src/dashboard/client/data/live-filter'
import type { LiveEvent } from '../../src/services'

const arrival = (messageId: string, receivedAt: number, rest: Partial<LiveEvent> = {}): LiveEvent => ({
  messageId,
  receivedAt,
  ts: receivedAt,
  type: 'track',
  event: 'Project Created',
  userId: 'u_1',
  anonymousId: null,
  accountId: 'acme',
  path: '/projects',
  properties: {},
  rejected: null,
  ...rest,
})

describe('newestFirst', () => {
  it('lists what a reconnection sends again once', () => {
    const [a, b, c] = [arrival('a', 1), arrival('b', 2), arrival('c', 3)]
    expect(newestFirst([b, a, c], [b, a]).map(({ messageId }) => messageId)).toEqual(['c', 'b', 'a'])
  })

  it('lists an event that is delivered again once, where it stood first', () => {
    const again = [arrival('a', 1), arrival('b', 2), arrival('a', 3)]
    expect(newestFirst(again, []).map(({ messageId }) => messageId)).toEqual(['b', 'a'])
    expect(newestFirst([arrival('b', 4)], [arrival('b', 2)])).toEqual([arrival('b', 2)])
  })

  it('tells apart what was rejected and what was then sent right, and events without an id', () => {
    const rejected = arrival('a', 1, { rejected: 'event: found nothing' })
    const listed = newestFirst([rejected, arrival('a', 2), arrival('', 3), arrival('', 4)], [])
    expect(listed.map(({ receivedAt }) => receivedAt)).toEqual([4, 3, 2, 1])
  })

  it('lists the last of a batch first, also of one moment', () => {
    const batch = ['viewed', 'completed', 'next viewed'].map((id) => arrival(id, 5))
    expect(newestFirst(batch, [arrival('before', 5)]).map(({ messageId }) => messageId)).toEqual([
      'next viewed',
      'completed',
      'viewed',
      'before',
    ])
  })

  it('keeps the newest 300', () => {
    const many = Array.from({ length: 1000 }, (_, i) => arrival(`m${i}`, i))
    const kept = newestFirst(many, [])
    expect([kept.length, kept[0]?.messageId, kept.at(-1)?.messageId]).toEqual([300, 'm999', 'm700'])
  })
})

describe('matchesText', () => {
  it('wants every word, in whichever field, in any case', () => {
    const event = arrival('a', 1, { rejected: '`event` is required' })
    expect(['', 'project ACME', 'required', '/projects u_1'].map((text) => matchesText(event, text))).toEqual(
      [true, true, true, true],
    )
    expect(matchesText(event, 'project globex')).toBe(false)
  })
})
