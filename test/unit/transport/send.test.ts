import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createSender } from '../../../src/transport/send'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const load = { messages: ['{"messageId":"a"}', '{"messageId":"b"}'], context: '{"locale":"en"}' }
const long = {
  ...load,
  messages: [JSON.stringify({ messageId: 'a', properties: { text: 'سلام '.repeat(1000) } })],
}

interface Posted {
  url: string
  init: RequestInit
}

function sender(answer: () => Response | Promise<Response> = () => new Response('{}')) {
  const posted: Posted[] = []
  const { send, room } = createSender({
    endpoint: 'https://collect.example.com',
    writeKey: 'wk_1',
    now: () => NOW,
    fetch: async (url, init = {}) => {
      posted.push({ url: String(url), init })
      return answer()
    },
  })
  return { send, room, posted }
}
const bytesOf = ({ init }: Posted): Uint8Array => init.body as Uint8Array<ArrayBuffer> // as createSender makes it

describe('a request', () => {
  it('is one that needs no preflight, in the shape of Segment', async () => {
    const { send, posted } = sender()
    await send(load, false)
    const [request] = posted
    expect(request?.url).toBe('https://collect.example.com/v1/batch')
    expect(request?.init).toMatchObject({ method: 'POST', credentials: 'omit', keepalive: true })
    expect(request?.init.headers).toEqual({ 'Content-Type': 'text/plain' })
    expect(request && JSON.parse(new TextDecoder().decode(bytesOf(request)))).toEqual({
      writeKey: 'wk_1',
      sentAt: '2026-11-22T10:00:00.000Z',
      context: { locale: 'en', timezone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      batch: [{ messageId: 'a' }, { messageId: 'b' }],
    })
  })

  it('stays JSON with an empty context', async () => {
    const { send, posted } = sender()
    await send({ ...load, context: '{}' }, false)
    const [request] = posted
    expect(request && JSON.parse(new TextDecoder().decode(bytesOf(request))).context).toEqual({})
  })

  it('is compressed when it is long and the page stays', async () => {
    const { send, posted } = sender()
    await send(long, false)
    const [request] = posted
    expect(request?.url).toBe('https://collect.example.com/v1/batch?compression=gzip')
    expect(request && JSON.parse(gunzipSync(bytesOf(request)).toString()).batch[0].messageId).toBe('a')
  })

  it('leaves before anything asynchronous when the page may end', () => {
    const { send, posted } = sender()
    void send(long, true)
    expect(posted[0]?.url).toBe('https://collect.example.com/v1/batch')
  })

  it('asks to outlive the page only within the budget of all that are on their way', async () => {
    const { send, room, posted } = sender(() => new Promise(() => {}))
    const big = { ...load, messages: [`"${'سلام'.repeat(3000)}"`] }
    for (let request = 0; request < 3; request++) void send(big, true)
    expect(posted.map(({ init }) => init.keepalive)).toEqual([true, true, false])
    expect(room()).toBe(60 * 1024 - posted.slice(0, 2).reduce((sum, post) => sum + bytesOf(post).length, 0))
  })
})

describe('an answer', () => {
  const outcomeOf = (status: number, body = '{}', headers: Record<string, string> = {}) =>
    sender(() => new Response(body, { status, headers })).send(load, false)

  it('names what must be sent again and what was rejected; the rest is delivered', async () => {
    const body = JSON.stringify({ success: true, results: { a: 'retry', b: { rejected: 'no userId' } } })
    const outcome = await outcomeOf(200, body)
    expect(outcome).toEqual({
      kind: 'delivered',
      retry: new Set(['a']),
      rejected: new Map([['b', 'no userId']]),
    })
  })

  it.each(['', 'ok', '[]', 'null', '{"success":true}', '{"results":null}'])(
    'of %j is a delivery',
    async (body) => {
      expect(await outcomeOf(200, body)).toEqual({ kind: 'delivered', retry: new Set(), rejected: new Map() })
    },
  )

  it.each([408, 429, 500, 502, 503])('%i means later', async (status) => {
    expect(await outcomeOf(status)).toEqual({ kind: 'later', afterMs: 0 })
    expect(await outcomeOf(status, '', { 'Retry-After': '7' })).toEqual({ kind: 'later', afterMs: 7000 })
  })

  it('413 means smaller, other 4xx never', async () => {
    expect(await outcomeOf(413)).toEqual({ kind: 'too large' })
    const refused = await outcomeOf(401, '{"error":"unknown write key"}')
    expect(refused).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('401: {"error":"unknown write key"}'),
    })
  })

  it('that never comes means later', async () => {
    const { send } = sender(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await send(load, false)).toEqual({ kind: 'later', afterMs: 0 })
  })
})
