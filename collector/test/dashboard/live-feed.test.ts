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
