import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountDetail, AccountsPage } from '../../src/api-types'
import { until } from '../signals/start-engine'
import { type RunningCollector, startCollector } from '../start-collector'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
}, 60_000)
afterAll(() => collector.stop())

let sent = 0
/** Sends them as anybody with the write key of a page can, and waits until they are in the event store. */
async function send(account: string, ...events: object[]): Promise<void> {
  const batch = events.map((event) => ({
    type: 'track',
    userId: 'ada',
    messageId: `m${sent++}`,
    context: { groupId: account },
    ...event,
  }))
  const body = JSON.stringify({ writeKey: collector.writeKey, batch })
  const response = await fetch(`${collector.origin}/v1/batch`, { method: 'POST', body })
  expect(await response.json()).toEqual({ success: true })
  await until(async () => (await get<{ events: number }>('/api/events/count')).body.events === sent)
}

async function get<T>(path: string): Promise<{ status: number; body: T }> {
  const headers = { authorization: `Bearer ${collector.apiToken}` }
  const response = await fetch(collector.origin + path, { headers })
  return { status: response.status, body: await response.json() }
}

const answer = (answers: unknown) => ({
  event: 'Survey Answered',
  properties: { guide_kind: 'survey', guide_id: 'nps', submission_id: 's', metric: 'nps', score: 9, answers },
})

describe('an event of anybody leaves every page readable', () => {
  it.each([
    ['nothing', null],
    ['a text', 'nine'],
    ['a number', 9],
    ['a list', [9]],
  ])('when it calls %s the answers of a survey', async (what, answers) => {
    await send(what, answer(answers))
    const { status, body } = await get<AccountDetail>(`/api/accounts/${encodeURIComponent(what)}`)
    expect([status, body.answers]).toMatchObject([200, [{ score: 9, answers: {}, said: [] }]])
    expect((await get('/api/surveys/nps')).status).toBe(200)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'when it is called %s',
    async (event) => {
      await send(event, { event })
      const { status, body } = await get<AccountDetail>(`/api/accounts/${event}`)
      expect([status, body.timeline]).toMatchObject([200, [{ event, text: event }]])
    },
  )

  it('when it tells traits that cannot be made a text', async () => {
    const traits = {
      odd: { toString: 1, valueOf: 1 },
      odder: [{ toString: null }],
      plan: 'pro',
      tags: ['a', 'b'],
    }
    await send('odd', { type: 'group', groupId: 'odd', traits })
    const found = async (filter: string) =>
      (await get<AccountsPage>(`/api/accounts?filter=${filter}`)).body.accounts.map(({ id }) => id)
    expect(await found('odd:x')).toEqual([])
    expect(await found('odder:x')).toEqual([])
    expect(await found('plan:pro')).toEqual(['odd'])
    expect(await found('tags:b')).toEqual(['odd'])
  })
})

it('an account has its page however long its id is, and in whatever script', async () => {
  for (const id of ['a'.repeat(1000), 'شرکت '.repeat(200)]) {
    await send(id, { event: 'Signed Up' })
    const { status, body } = await get<AccountDetail>(`/api/accounts/${encodeURIComponent(id)}`)
    expect([status, body.id]).toEqual([200, id])
  }
})

it('a message by itself that holds a batch is one message', async () => {
  const body = JSON.stringify({
    writeKey: collector.writeKey,
    type: 'track',
    event: 'Carries A Batch',
    userId: 'ada',
    messageId: 'carrier',
    batch: [null, { type: 'track' }],
  })
  const response = await fetch(`${collector.origin}/v1/track`, { method: 'POST', body })
  expect(response.status).toBe(200)
  sent++
  await until(async () => (await get<{ events: number }>('/api/events/count')).body.events === sent)
  const { body: page } = await get<{ events: object[] }>('/api/events?event=Carries%20A%20Batch')
  expect(page.events).toMatchObject([{ messageId: 'carrier' }])
})
