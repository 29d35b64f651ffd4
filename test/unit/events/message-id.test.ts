import { afterEach, expect, it, vi } from 'vitest'
import { createMessageId } from '../../../src/events/message-id'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const NOW = Date.parse('2026-11-22T10:00:00Z')

afterEach(() => vi.unstubAllGlobals())

it.each(['secure', 'insecure'])('is a distinct UUIDv7 in a page that is %s', (kind) => {
  if (kind === 'insecure') vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const ids = Array.from({ length: 5000 }, () => createMessageId(NOW))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !UUID_V7.test(id))).toEqual([])
  expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(NOW)
})

it('sorts by time', () => {
  const ids = [NOW - 1, NOW, NOW + 1, NOW + 70_000_000].map(createMessageId)
  expect([...ids].sort()).toEqual(ids)
})

it('sorts by the order of the calls within a millisecond, and begins anywhere in the next', () => {
  const ids = Array.from({ length: 5000 }, () => createMessageId(NOW))
  expect([...ids].sort()).toEqual(ids)
  const begins = Array.from({ length: 100 }, (_, ms) => createMessageId(NOW + 1 + ms).slice(-8))
  expect(new Set(begins).size).toBe(begins.length)
})
