import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from '../start-collector'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector({ args: ['--events-per-second', '5', '--spool-max-bytes', '20000'] })
}, 30_000)
afterAll(() => collector.stop())

const send = (events: number, text = '') =>
  fetch(`${collector.origin}/v1/batch`, {
    method: 'POST',
    body: JSON.stringify({
      writeKey: collector.writeKey,
      batch: Array.from({ length: events }, (_, i) => ({
        type: 'track',
        event: 'A',
        userId: `u${i}`,
        properties: { text },
      })),
    }),
  })

it('answers 503 with Retry-After when the spool is full, and keeps nothing of the request', async () => {
  const response = await send(1, 'x'.repeat(21_000))
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.json()).toMatchObject({ error: { code: 'spool_unavailable' } })
})

it('counts events, and answers 429 with the seconds after which they are taken', async () => {
  expect((await send(60)).status).toBe(200)
  const response = await send(1)
  expect(response.status).toBe(429)
  const seconds = Number(response.headers.get('retry-after'))
  expect(seconds).toBeGreaterThanOrEqual(1)
  expect(seconds).toBeLessThanOrEqual(3)
})

it('refuses headers without end', async () => {
  const { hostname, port } = new URL(collector.origin)
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /v1/batch HTTP/1.1\r\nHost: ${hostname}\r\nX-Filler: ${'x'.repeat(20_000)}\r\n\r\n`)
    })
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString())
    })
    socket.once('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1.1 431/)
})
