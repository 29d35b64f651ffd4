import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../start-collector'

let collector: RunningCollector
beforeAll(async () => {
  // Ten at once, and one a second from then on.
  collector = await startCollector({ args: ['--trust-proxy', '--events-per-second-per-ip', '1'] })
}, 30_000)
afterAll(() => collector.stop())

/** Asks through a proxy, which appends who asked it to whatever they had written there. */
const ask = (address: string, path: string, init: RequestInit = {}) =>
  fetch(collector.origin + path, {
    redirect: 'manual',
    ...init,
    headers: { ...init.headers, 'x-forwarded-for': address },
  })

async function statuses(times: number, one: (i: number) => Promise<Response>): Promise<number[]> {
  const found: number[] = []
  for (let i = 0; i < times; i++) found.push((await one(i)).status)
  return found
}

const send = (address: string, batch: object[]) =>
  ask(address, '/v1/batch', { method: 'POST', body: JSON.stringify({ writeKey: collector.writeKey, batch }) })

describe('the limit of an address', () => {
  const event = { type: 'track', event: 'A', userId: 'u' }

  it('holds whatever its sender writes in front of it', async () => {
    const found = await statuses(30, (i) => send(`9.9.9.${i}, 203.0.113.1`, [event]))
    expect(found.slice(0, 10)).toEqual(Array(10).fill(200))
    expect(found.filter((status) => status === 429).length).toBeGreaterThan(10)
    expect((await send('203.0.113.2', [event])).status).toBe(200)
  })

  it('counts a batch without messages as one', async () => {
    expect(await statuses(30, () => send('203.0.113.3', []))).toContain(429)
  })

  it('makes who guesses passwords wait, whatever the guesser writes in front of it', async () => {
    const page = await ask('203.0.113.4', '/login')
    const cookie = page.headers.getSetCookie().map((one) => one.split(';')[0])
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(await page.text()) ?? []
    const found = await statuses(12, (i) =>
      ask(`9.9.9.${i}, 203.0.113.4`, '/login', {
        method: 'POST',
        headers: { cookie: cookie.join('; ') },
        body: new URLSearchParams({ _csrf: token, email: `p${i}@example.com`, password: 'wrong password' }),
      }),
    )
    expect(found).toEqual([...Array(10).fill(401), 429, 429])
  })
})

describe('what a page asks for', () => {
  const config = (address: string, writeKey = collector.writeKey) =>
    ask(address, `/v1/config?writeKey=${writeKey}`)

  it('is there for an office behind one address, also when its events are too many', async () => {
    await statuses(15, () => send('203.0.113.5', [{ type: 'track', event: 'A', userId: 'u' }]))
    expect(new Set(await statuses(100, () => config('203.0.113.5')))).toEqual(new Set([404])) // nothing is published
  })

  it('is looked up for so many keys that nobody has, and is there for the one that is known', async () => {
    const found = await statuses(30, (i) => config('203.0.113.6', `wk_${i}`))
    expect(found.slice(0, 5)).toEqual(Array(5).fill(401))
    expect(found).toContain(429)
    await config('203.0.113.7')
    expect((await config('203.0.113.6')).status).toBe(404)
  })

  it('of what is known of a user is answered so many times, and only a signature counts', async () => {
    const right = createHmac('sha256', collector.identitySecret).update('ada').digest('hex')
    const state = (signature: string) =>
      ask('203.0.113.8', `/v1/state?writeKey=${collector.writeKey}&userId=ada&signature=${signature}`)
    expect(new Set(await statuses(30, () => state('wrong')))).toEqual(new Set([401]))
    const found = await Promise.all(Array.from({ length: 20 }, async () => (await state(right)).status))
    expect(found.filter((status) => status !== 429).length).toBeGreaterThanOrEqual(10)
    expect(found).toContain(429)
  })
})
