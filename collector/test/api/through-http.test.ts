import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountDetail, AccountsPage } from '../../src/api-types'
import { until } from '../signals/start-engine'
import { type RunningCollector, startCollector } from '../start-collector'

const DAY_MS = 86_400_000

let collector: RunningCollector

beforeAll(async () => {
  collector = await startCollector()
}, 60_000)
afterAll(() => collector.stop())

async function send(batch: object[]): Promise<void> {
  const body = JSON.stringify({ writeKey: collector.writeKey, batch, sentAt: new Date().toISOString() })
  const response = await fetch(`${collector.origin}/v1/batch`, { method: 'POST', body })
  expect(response.status).toBe(200)
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(collector.origin + path, {
    headers: { authorization: `Bearer ${collector.apiToken}` },
  })
  return response.json() as Promise<T>
}

const track = (messageId: string, ts: number, event: string, properties = {}) => ({
  type: 'track',
  messageId,
  event,
  properties,
  userId: 'ada',
  timestamp: new Date(ts).toISOString(),
  context: { groupId: 'acme' },
})

describe('from a batch to a health score', () => {
  it('moves the list within seconds of an answer, without anybody asking for the account', async () => {
    const now = Date.now()
    const group = {
      type: 'group',
      messageId: 'g',
      userId: 'ada',
      groupId: 'acme',
      traits: { name: 'Acme', seats: 2, createdAt: new Date(now - 60 * DAY_MS).toISOString() },
    }
    const use = Array.from({ length: 30 }, (_, i) => track(`t${i}`, now - (i + 1) * DAY_MS, 'Task Done'))
    await send([group, ...use])
    const row = async () =>
      (await get<AccountsPage>('/api/accounts')).accounts.find(({ id }) => id === 'acme')
    await until(async () => typeof (await row())?.score === 'number')
    const before = await row()
    expect(before).toMatchObject({ name: 'Acme', components: { frequency: 100, sentiment: null } })

    const answer = {
      guide_kind: 'survey',
      guide_id: 'nps',
      metric: 'nps',
      score: 3,
      submission_id: 's',
      answers: { score: 3 },
    }
    await send([track('nps', now, 'Survey Answered', answer)])
    await until(async () => (await row())?.score !== before?.score)
    const after = await row()
    expect(after?.components.sentiment).toBe((3 * 50) / 4)
    expect(after?.flags.map(({ id }) => id)).toContain('detractor')
    const detail = await get<AccountDetail>('/api/accounts/acme')
    expect(detail.score).toBe(after?.score)
    expect(detail.answers[0]?.score).toBe(3)
    await send([track('nps', now, 'Survey Answered', answer), ...use])
    expect(await get('/api/events/count?account=acme')).toEqual({ events: 32 })
  })

  it('serves its own description to anybody', async () => {
    const { openapi } = await (await fetch(`${collector.origin}/api/openapi.json`)).json()
    expect(openapi).toBe('3.1.0')
  })
})
