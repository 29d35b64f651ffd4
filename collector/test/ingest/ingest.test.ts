import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../event-store/open-events'
import { type RunningCollector, startCollector } from '../start-collector'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
}, 30_000)
afterAll(() => collector.stop())

const track = (more: object = {}) => ({
  type: 'track',
  event: 'Report Opened',
  messageId: randomUUID(),
  userId: 'u1',
  ...more,
})
const endless = '['.repeat(100_000) + ']'.repeat(100_000)
const batchOf = (...batch: unknown[]) => JSON.stringify({ writeKey: collector.writeKey, batch })

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await fetch(collector.origin + path, { method: 'POST', body, headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
}

async function stored(messageId: string) {
  const find = async () => {
    const response = await fetch(`${collector.origin}/api/events?limit=1000`, {
      headers: { authorization: `Bearer ${collector.apiToken}` },
    })
    const { events } = (await response.json()) as { events: { messageId: string }[] } // checked by the API's own tests
    return events.find((event) => event.messageId === messageId)
  }
  await until(async () => (await find()) !== undefined)
  return find()
}

describe('POST /v1/batch', () => {
  it('takes a batch and names nothing that is in order', async () => {
    const { status, body } = await post('/v1/batch', batchOf(track(), track()))
    expect([status, body]).toEqual([200, { success: true }])
  })

  it('takes a repeated id for in order', async () => {
    const event = track()
    await post('/v1/batch', batchOf(event))
    expect((await post('/v1/batch', batchOf(event))).body).toEqual({ success: true })
  })

  it.each([
    ['no id of anyone', { userId: undefined }, 'userId: found nothing, expected a userId or an anonymousId'],
    [
      'a track without event',
      { event: undefined },
      'event: found nothing, expected a text, because the type is track',
    ],
    [
      'an unknown type',
      { type: 'tarck' },
      'type: found "tarck", expected track, identify, group, page, screen, alias',
    ],
    [
      'a long id',
      { messageId: 'x'.repeat(101) },
      `messageId: found "${'x'.repeat(58)}…, expected at most 100 characters`,
    ],
    ['a number for a user', { userId: 7 }, 'userId: found 7, expected a string'],
    ['a list for properties', { properties: [1] }, 'properties: found [1], expected an object'],
    ['no date', { timestamp: 'soon' }, 'timestamp: found "soon", expected an ISO 8601 date and time'],
    [
      'a group without id',
      { type: 'group' },
      'groupId: found nothing, expected a text, because the type is group',
    ],
  ])('refuses %s by itself, and says why', async (_what, wrong, rejected) => {
    const good = track()
    const bad = track(wrong)
    const { status, body } = await post('/v1/batch', batchOf(good, bad))
    expect([status, body]).toEqual([200, { success: true, results: { [bad.messageId]: { rejected } } }])
  })

  it('stores what stands beside a refused message', async () => {
    const good = track()
    await post('/v1/batch', batchOf(track({ event: 7 }), good, 'what'))
    expect(await stored(good.messageId)).toMatchObject({ event: 'Report Opened', userId: 'u1' })
  })

  it('refuses a message over 32 KB by itself', async () => {
    const large = track({ properties: { text: 'x'.repeat(33 * 1024) } })
    const { body } = await post('/v1/batch', batchOf(large, track()))
    expect(body.results[large.messageId].rejected).toMatch(/found 33\d\d\d bytes, expected at most 32768/)
  })

  it('refuses a message that is nested without end by itself, and loads what comes after it', async () => {
    const deep = `{"type":"track","event":"A","userId":"u","messageId":"deep","properties":{"a":${endless}}}`
    const good = track()
    const body = `{"writeKey":"${collector.writeKey}","batch":[${deep},${JSON.stringify(good)}]}`
    expect((await post('/v1/batch', body)).body.results).toEqual({
      deep: { rejected: expect.stringMatching(/more than 100 levels/) },
    })
    expect(await stored(good.messageId)).toBeDefined()
    const single = await post(
      '/v1/track',
      `{"writeKey":"${collector.writeKey}","userId":"u","event":${endless}}`,
    )
    expect([single.status, single.body.success]).toEqual([200, true])
  })

  it('refuses a context that is nested without end', async () => {
    const body = `{"writeKey":"${collector.writeKey}","context":{"a":${endless}},"batch":[]}`
    const refused = {
      status: 400,
      body: { error: { message: expect.stringMatching(/^context: .* levels/) } },
    }
    expect(await post('/v1/batch', body)).toMatchObject(refused)
  })

  it('names a message without id by its position', async () => {
    const { body } = await post('/v1/batch', batchOf(track(), 7))
    expect(body.results).toEqual({ '#1': { rejected: 'message: found 7, expected an object' } })
  })
})

it('tells of events that senders have lost, as far as they say a number', async () => {
  const lost = async () => {
    const metrics = await (await fetch(`${collector.origin}/metrics`)).text()
    return Number(/^handrail_events_lost_total (\d+)$/m.exec(metrics)?.[1])
  }
  const before = await lost()
  for (const dropped of [7, -1, 'many', 0.5, undefined]) {
    const context = { handrail: { dropped } }
    const body = JSON.stringify({ writeKey: collector.writeKey, context, batch: [track()] })
    expect((await post('/v1/batch', body)).status).toBe(200)
  }
  expect((await lost()) - before).toBe(7)
})

describe('authorisation', () => {
  const event = () => JSON.stringify({ batch: [track()] })
  const basic = () => ({ authorization: `Basic ${Buffer.from(`${collector.writeKey}:`).toString('base64')}` })

  it('takes the key from Basic, from the query and from the body', async () => {
    const statuses = [
      await post('/v1/batch', event(), basic()),
      await post(`/v1/batch?writeKey=${collector.writeKey}`, event()),
      await post('/v1/batch', batchOf(track())),
    ].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 200])
  })

  it.each([
    ['an unknown key', { writeKey: 'wk_nobody' }, /found one that no project has/],
    ['no key', {}, /found nothing, expected a key/],
  ])('answers 401 to %s', async (_what, more, message) => {
    const { status, body } = await post('/v1/batch', JSON.stringify({ ...more, batch: [track()] }))
    expect([status, body.error.code]).toEqual([401, 'unknown_write_key'])
    expect(body.error.message).toMatch(message)
  })
})

describe('bodies', () => {
  it.each(['text/plain;charset=UTF-8', 'application/json', 'application/x-www-form-urlencoded', 'x/y'])(
    'are read whatever their type: %s',
    async (type) => {
      expect((await post('/v1/batch', batchOf(track()), { 'content-type': type })).status).toBe(200)
    },
  )

  it('may be gzip, as the header or the query says', async () => {
    const event = track()
    const zipped = new Uint8Array(gzipSync(batchOf(event)))
    expect((await post('/v1/batch?compression=gzip', zipped)).status).toBe(200)
    expect((await post('/v1/batch', zipped, { 'content-encoding': 'gzip' })).status).toBe(200)
    await stored(event.messageId)
  })

  it('that inflate beyond 4 MB are refused', async () => {
    const bomb = new Uint8Array(gzipSync(batchOf(track({ properties: { text: '0'.repeat(50_000_000) } }))))
    expect(bomb.length).toBeLessThan(500 * 1024)
    const { status, body } = await post('/v1/batch?compression=gzip', bomb)
    expect([status, body.error.code]).toEqual([413, 'body_too_large'])
  })

  it('that are too large are refused with the limit', async () => {
    const { status, body } = await post(
      '/v1/batch',
      batchOf(track({ properties: { text: 'x'.repeat(501 * 1024) } })),
    )
    expect([status, body.error]).toEqual([
      413,
      { code: 'body_too_large', message: 'body: expected at most 512000 bytes' },
    ])
  })

  it.each([
    ['over 500 KB', 413, () => batchOf(track({ properties: { text: 'x'.repeat(501 * 1024) } }))],
    ['of more than 2,500 messages', 413, () => batchOf(...Array.from({ length: 2_501 }, () => ({})))],
    [
      'whose context is larger than a message may be',
      413,
      () => JSON.stringify({ batch: [track()], context: { text: 'x'.repeat(33 * 1024) } }),
    ],
    [
      'that would be gigabytes with their context under every message',
      413,
      () =>
        JSON.stringify({
          batch: Array.from({ length: 2_000 }, () => ({})),
          context: { text: 'x'.repeat(20_000) },
        }),
    ],
    ['that are not JSON', 400, () => '{"batch":['],
    ['that are a list', 400, () => '[]'],
    ['without a batch', 400, () => JSON.stringify({ writeKey: collector.writeKey })],
  ])('%s are refused with %i', async (_what, status, body) => {
    const answer = await post(`/v1/batch?writeKey=${collector.writeKey}`, body())
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).not.toBe('')
  })
})

describe('single messages', () => {
  it.each([
    ['track', 't', { event: 'Report Opened' }],
    ['identify', 'i', { traits: { role: 'admin' } }],
    ['group', 'g', { groupId: 'acme' }],
    ['page', 'p', { name: 'Reports' }],
    ['screen', 's', { name: 'Reports' }],
    ['alias', 'a', { previousId: 'u0' }],
  ])('/v1/%s and /v1/%s store one', async (type, letter, rest) => {
    for (const path of [type, letter]) {
      const message = { messageId: randomUUID(), userId: 'u1', ...rest }
      const { status, body } = await post(
        `/v1/${path}?writeKey=${collector.writeKey}`,
        JSON.stringify(message),
      )
      expect([status, body]).toEqual([200, { success: true }])
      expect(await stored(message.messageId)).toMatchObject({ type, userId: 'u1' })
    }
  })
})

describe('browsers', () => {
  const origin = 'https://app.example.com'

  it('may read the answer without a preflight', async () => {
    const { headers } = await post('/v1/batch', batchOf(track()), { origin })
    expect(headers.get('access-control-allow-origin')).toBe(origin)
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('may read refusals', async () => {
    const { status, headers } = await post('/v1/batch', '{', { origin })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([400, origin])
  })

  it('are let through their preflight', async () => {
    const response = await fetch(`${collector.origin}/v1/batch`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, x-retry-count',
      },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type, x-retry-count')
  })

  it('of an origin that the project does not list are refused', async () => {
    const created = await collector.command(
      'project',
      'create',
      '--name',
      'Strict',
      '--origin',
      origin,
      '--json',
    )
    const { writeKey } = JSON.parse(created)
    const body = JSON.stringify({ writeKey, batch: [track()] })
    expect((await post('/v1/batch', body, { origin })).status).toBe(200)
    expect((await post('/v1/batch', body, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('/v1/batch', body)).status).toBe(200)
  })
})

describe('other clients', () => {
  it('of Segment find their settings', async () => {
    const response = await fetch(`${collector.origin}/v1/projects/${collector.writeKey}/settings`)
    const { integrations } = (await response.json()) as { integrations: Record<string, unknown> } // as we wrote it
    expect(integrations['Segment.io']).toMatchObject({
      apiHost: `${new URL(collector.origin).host}/v1`,
      protocol: 'http',
    })
  })

  it('of RudderStack find their source', async () => {
    const response = await fetch(`${collector.origin}/sourceConfig/?writeKey=${collector.writeKey}`)
    expect(await response.json()).toMatchObject({ source: { enabled: true, destinations: [] } })
  })
})
