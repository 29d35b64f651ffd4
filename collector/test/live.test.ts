import { describe, expect, it } from 'vitest'
import { createLive } from '../src/live'
import { arrivalOf } from '../src/routes/ingest/live-events'
import type { LiveEvent } from '../src/services'

const arrival = (ids: string[], results: Record<string, { rejected: string }> = {}, padding = '') => {
  const batch = ids.map((messageId) => ({ type: 'track', event: 'A', messageId, userId: 'u' }))
  const body = Buffer.from(JSON.stringify({ batch, padding }))
  return arrivalOf({ projectId: 'p', receivedAt: 7, refused: [], body }, batch.length, results)
}
const numbered = (count: number, prefix = '') => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const idsOf = (events: readonly LiveEvent[]) => events.map(({ messageId }) => messageId)

describe('the live feed', () => {
  it('keeps the last 100 events of a project, newest first', () => {
    const live = createLive(() => 0)
    for (const id of numbered(250)) live.publish('p', arrival([id]))
    expect(idsOf(live.recent('p'))).toEqual(numbered(250).slice(-100).reverse())
    expect(live.recent('another')).toEqual([])
  })

  it('tells why an event was rejected', () => {
    const live = createLive(() => 0)
    live.publish('p', arrival(['good', 'bad'], { bad: { rejected: 'event: found nothing' } }))
    expect(live.recent('p')).toMatchObject([
      { messageId: 'bad', rejected: 'event: found nothing', receivedAt: 7 },
      { messageId: 'good', rejected: null },
    ])
  })

  it('shows an event as accepted, whatever its id', () => {
    const live = createLive(() => 0)
    live.publish('p', arrival(['__proto__', 'constructor']))
    expect(live.recent('p').map(({ rejected }) => rejected)).toEqual([null, null])
  })

  it('knows account and page from the context that a batch shares, and from that of the event first', () => {
    const context = { groupId: 'acme', page: { path: '/projects' } }
    const shares = { type: 'page', messageId: 'shares', userId: 'u' }
    const own = { ...shares, messageId: 'own', context: { page: { path: '/team' } } }
    const body = Buffer.from(JSON.stringify({ context, batch: [shares, own] }))
    const live = createLive(() => 0)
    live.publish('p', arrivalOf({ projectId: 'p', receivedAt: 7, refused: [], body }, 2, {}))
    expect(live.recent('p')).toMatchObject([
      { messageId: 'own', accountId: 'acme', path: '/team' },
      { messageId: 'shares', accountId: 'acme', path: '/projects' },
    ])
  })

  it('forgets requests that are large before it holds more than a megabyte', () => {
    const live = createLive(() => 0)
    for (const id of numbered(10)) live.publish('p', arrival([id], {}, 'x'.repeat(400_000)))
    expect(idsOf(live.recent('p'))).toEqual(['9', '8'])
  })

  it('shows no more than 200 events and a request per second, and goes on in the next', () => {
    let now = 10_000
    const live = createLive(() => now)
    const shown: string[] = []
    live.onEvent('p', ({ messageId }) => shown.push(messageId))
    for (const prefix of numbered(10)) live.publish('p', arrival(numbered(50, `${prefix}-`)))
    expect(shown).toHaveLength(200)
    now += 1_000
    live.publish('p', arrival(['next']))
    expect(shown.at(-1)).toBe('next')
  })
})
