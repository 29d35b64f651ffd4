import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFigure } from '../figures'
import { type RunningCollector, startCollector } from '../start-collector'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
}, 30_000)
afterAll(() => collector.stop())

it('cuts a client that sends its headers drop by drop, and answers others meanwhile', async () => {
  const { hostname, port } = new URL(collector.origin)
  const startedMs = performance.now()
  const socket = connect(Number(port), hostname)
  const drip = setInterval(() => socket.write('X-Drop: 1\r\n'), 500)
  socket.write('POST /v1/batch HTTP/1.1\r\nHost: slow\r\n')
  const others = await fetch(`${collector.origin}/healthz`)
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (data) => {
      text += data
    })
    socket.on('error', () => {}) // what is written after the cut
    socket.on('close', () => resolve(text))
  }).finally(() => clearInterval(drip))
  expect(others.status).toBe(200)
  expect(answer).toMatch(/^HTTP\/1.1 408/)
  expect(performance.now() - startedMs).toBeLessThan(20_000)
})

it('refuses gzip that inflates a thousandfold without holding what it inflates to', async () => {
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(100 * 1024 ** 2)))
  const before = await residentBytes()
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const response = await fetch(
        `${collector.origin}/v1/batch?compression=gzip&writeKey=${collector.writeKey}`,
        {
          method: 'POST',
          body: bomb,
        },
      )
      return response.status
    }),
  )
  expect(new Set(statuses)).toEqual(new Set([413]))
  // Twenty at a time, each up to 4 MB: far from the 2 GB they would be.
  expect((await residentBytes()) - before).toBeLessThan(300 * 1024 ** 2)
})

const residentBytes = () => readFigure(collector, 'process_resident_memory_bytes')
