import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountDetail, EventsPage } from '../../src/api-types'
import { until } from '../event-store/open-events'
import { type RunningCollector, startCollector } from '../start-collector'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
}, 30_000)
afterAll(() => collector.stop())

const sign = (userId: string) => createHmac('sha256', collector.identitySecret).update(userId).digest('hex')

async function send(userId: string, signature: string | undefined, ...messages: object[]): Promise<void> {
  const context = { groupId: 'acme', handrail: { configHash: 'c', signature } }
  const batch = messages.map((message) => ({ userId, anonymousId: 'browser', ...message }))
  const body = JSON.stringify({ writeKey: collector.writeKey, context, batch })
  expect((await fetch(`${collector.origin}/v1/batch`, { method: 'POST', body })).status).toBe(200)
}

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${collector.origin}${path}`, {
    headers: { authorization: `Bearer ${collector.apiToken}` },
  })
  return response.json() as Promise<Answer> // the shapes of api-types.ts
}
const eventsOf = async (filter: Record<string, string>) =>
  (await ask<EventsPage>(`/api/events?${new URLSearchParams(filter)}`)).events
const arrived = (event: string, events = 1) =>
  until(async () => (await eventsOf({ event })).length === events)
const track = (event: string) => ({ type: 'track', event })
const identify = (traits: object) => ({ type: 'identify', traits })

const account = () => ask<AccountDetail>('/api/accounts/acme')

describe('a user for whom the product has signed', () => {
  it('is told of only by messages with a signature; what else names them is kept apart', async () => {
    await send('ada', sign('ada'), identify({ role: 'admin' }), track('Signed'))
    await arrived('Signed')
    await send('ada', undefined, identify({ role: 'intruder' }), track('Unsigned'))
    await send(
      'ada',
      sign('bob'),
      { type: 'group', groupId: 'acme', traits: { plan: 'free' } },
      track('Forged'),
    )
    await arrived('Unsigned')
    await arrived('Forged')

    const { users, timeline, traits } = await account()
    expect(users).toMatchObject([{ id: 'ada', traits: { role: 'admin' }, verified: true }])
    expect(timeline.map(({ event }) => event)).not.toEqual(expect.arrayContaining(['Unsigned']))
    expect(timeline.map(({ event }) => event)).not.toEqual(expect.arrayContaining(['Forged']))
    expect(traits).toEqual({})

    const query = new URLSearchParams({
      writeKey: collector.writeKey,
      userId: 'ada',
      signature: sign('ada'),
    })
    const state = await ask<{ history: { events: object } }>(`/v1/state?${query}`)
    expect(Object.keys(state.history.events)).toEqual(['Signed'])
  })

  it('shows what was kept apart, and how much of it there is', async () => {
    const apart = await eventsOf({ user: 'unverified:ada' })
    expect(apart.map(({ event }) => event)).toEqual(expect.arrayContaining(['Unsigned', 'Forged']))
    expect(new Set(apart.map(({ accountId }) => accountId))).toEqual(new Set([null]))
    const metrics = await (await fetch(`${collector.origin}/metrics`)).text()
    expect(metrics).toMatch(/^handrail_loader_unverified 4$/m)
    expect(await ask('/api/events/count?type=track')).toEqual({ events: 3 })
  })

  it('stays so after a restart', async () => {
    await collector.restart()
    await send('ada', undefined, track('Later'))
    await arrived('Later')
    expect((await eventsOf({ event: 'Later' }))[0]?.userId).toBe('unverified:ada')
  })
})

it('a user for whom nobody has signed is told of as before', async () => {
  await send('eve', undefined, identify({ role: 'viewer' }), track('Plain'))
  await arrived('Plain')
  expect((await eventsOf({ event: 'Plain' }))[0]).toMatchObject({ userId: 'eve', accountId: 'acme' })
  expect((await account()).users).toContainEqual(expect.objectContaining({ id: 'eve', verified: false }))
})
