import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveEvent } from '../../src/services'
import { type RunningApi, startApi } from './start-api'

let api: RunningApi

beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

const GET_ROUTES = [
  'accounts',
  'accounts/x',
  'portfolio',
  'events',
  'events/count',
  'guides',
  'guides/tour/x',
  'surveys/x',
  'features',
  'metrics',
  'live',
]

describe('access', () => {
  it.each(GET_ROUTES)('to /api/%s needs a token or a login', async (path) => {
    const nobody = await api.app.inject({ url: `/api/${path}` })
    expect(nobody.statusCode).toBe(401)
    expect(nobody.headers['www-authenticate']).toBe('Bearer')
    expect(nobody.json().error.code).toBe('unauthorized')
    expect((await api.get(`/api/${path}`, 'wrong')).status).toBe(401)
  })

  it('is given to a login of the dashboard, until it ends', async () => {
    const { control, now } = api.services
    const person = await control.people.create('ada@example.com', 'correct horse battery')
    const cookie = async (expiresAt: number) =>
      `handrail_login=${await control.logins.create(person.id, expiresAt)}`
    const get = (value: string, url = '/api/portfolio') => api.app.inject({ url, headers: { cookie: value } })
    expect((await get(await cookie(now() + 1000))).statusCode).toBe(200)
    expect((await get(await cookie(now() - 1000))).statusCode).toBe(401)
    const unknown = await get(await cookie(now() + 1000), '/api/portfolio?project=none')
    expect(unknown.json().error.message).toBe('There is no project "none"')
  })

  it('of one project never shows another', async () => {
    const other = await api.services.control.projects.create({ name: 'Other' })
    await api.load([
      {
        account: 'mine',
        ts: api.services.now(),
        message: { type: 'track', messageId: 'm', userId: 'u', event: 'Signed Up' },
      },
    ])
    expect((await api.get('/api/events/count', other.apiToken)).body).toEqual({ events: 0 })
    expect((await api.get('/api/accounts', other.apiToken)).body.accounts).toEqual([])
    expect((await api.get('/api/events/count')).body).toEqual({ events: 1 })
  })

  it('is never cached', async () => {
    expect((await api.get('/api/portfolio')).headers['cache-control']).toBe('private, no-store')
  })
})

describe('a wrong parameter', () => {
  it.each([
    ['/api/accounts?sort=size', 'sort', 'score, name'],
    ['/api/accounts?limit=0', 'limit', 'a whole number from 1 to 1000'],
    ['/api/accounts?limit=ten', 'limit', 'a whole number from 1 to 1000'],
    ['/api/accounts?cursor=%7B', 'cursor', 'the "next" of the page before'],
    [`/api/accounts?cursor=${btoa('[{"toString":1},"acme"]')}`, 'cursor', 'the "next" of the page before'],
    [`/api/events?cursor=${btoa('[{"valueOf":1},"m"]')}`, 'cursor', 'the "next" of the page before'],
    ['/api/accounts?page=2', 'page', 'one this route knows'],
    ['/api/events?from=yesterday', 'from', 'an ISO date or time'],
    ['/api/events?type=click', 'type', 'track'],
    ['/api/metrics?from=2026-1-1', 'from', 'an ISO date such as'],
    ['/api/metrics?from=2026-02-30', 'from', 'an ISO date such as'],
    ['/api/features?to=2026-99-99', 'to', 'an ISO date such as'],
    ['/api/features?to=9999-12-31', 'to', 'an ISO date such as'],
    ['/api/metrics?from=0000-01-01', 'from', 'an ISO date such as'],
    ['/api/events?from=%2B200000-01-01', 'from', 'an ISO date or time'],
    ['/api/events/count?to=-000001-01-01', 'to', 'an ISO date or time'],
    ['/api/metrics?from=2026-02-01&to=2026-01-01', 'to', 'a day from 2026-02-01 on'],
  ])('of %s is named, with what was expected', async (url, path, expected) => {
    const { status, body } = await api.get(url)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 'bad_parameter', path })
    expect(body.error.message).toContain(expected)
  })

  it.each(['from=0000-01-01', 'from=1960-01-01&to=2100-01-01', 'to=9999-12-31T23:59:59Z'])(
    'is none of /api/events/count?%s: long before, long after',
    async (times) => {
      const all = await api.get('/api/events/count')
      expect(await api.get(`/api/events/count?${times}`)).toMatchObject({ status: 200, body: all.body })
    },
  )

  it.each(['from=1970-01-01', 'from=2026-01-01&to=2148-12-31'])(
    'is none of /api/metrics?%s',
    async (days) => {
      expect((await api.get(`/api/metrics?${days}`)).status).toBe(200)
      expect((await api.get(`/api/features?${days}`)).status).toBe(200)
    },
  )

  it.each([
    { segment_rules: [] },
    { segment_rules: [{ use: 'toString' }] },
    { segments: { onboarding: { caps: [{}] } } },
    { segments: { onboarding: { caps: ['x'] } } },
    { segments: { onboarding: { segment_rules: [] } } },
    { segments: { constructor: { caps: 1 } } },
    { weights: { constructor: {} } },
    { toString: 1 },
    JSON.parse('{"__proto__":{"window_days":1}}'),
    null,
    [],
    'text',
  ])('of a model is named: %j', async (model) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/health/preview',
      headers: { authorization: `Bearer ${api.project.apiToken}`, 'content-type': 'application/json' },
      payload: JSON.stringify(model),
    })
    expect(response.statusCode, response.body).toBe(400)
  })

  it('cannot reach into the SQL', async () => {
    const { status, body } = await api.get(
      `/api/events/count?account=${encodeURIComponent("x' OR 1 OR account = '")}`,
    )
    expect({ status, body }).toEqual({ status: 200, body: { events: 0 } })
  })
})

describe('the live feed', () => {
  it('sends what was there and what arrives, and lets go of a closed connection', async () => {
    const { live } = api.services
    const { projectId, apiToken } = api.project
    const event = (messageId: string): LiveEvent => ({
      messageId,
      ts: 1,
      receivedAt: 2,
      type: 'track',
      event: 'Signed Up',
      userId: 'u',
      anonymousId: null,
      accountId: null,
      path: null,
      properties: {},
      rejected: messageId === 'b' ? 'too large' : null,
    })
    const publish = (id: string) => live.publish(projectId, { events: 1, bytes: 1, read: () => [event(id)] })
    publish('a')
    const origin = await api.app.listen({ host: '127.0.0.1', port: 0 })
    const abort = new AbortController()
    const response = await fetch(`${origin}/api/live`, {
      headers: { authorization: `Bearer ${apiToken}` },
      signal: abort.signal,
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const found: LiveEvent[] = []
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk)
      const lines = text.split('\n\n')
      text = lines.pop() ?? ''
      found.push(
        ...lines.filter((line) => line.startsWith('data: ')).map((line) => JSON.parse(line.slice(6))),
      )
      if (found.length === 1) publish('b')
      if (found.length === 2) break
    }
    abort.abort()
    expect(found).toEqual([event('a'), event('b')])
  })
})
