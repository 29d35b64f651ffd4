import { once } from 'node:events'
import { createServer } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { close } from '../app-server.mjs'
import { findEvents } from '../event-ids.mjs'

/**
 * Records what an SDK sends. It is on another port than the page, so that preflights are seen as they are in production.
 * `respond({ method, url, text, events })` returns what the SDK's own server would answer: `{ status, body, type }`.
 */
export async function startCollector(run, respond) {
  const state = { requests: [], failMs: 0, isDown: false, firstAt: 0, lastAt: 0 }
  const server = createServer(async (request, response) => {
    // Refused here, because Chromium's own emulation of being offline lets a page that ends send its beacons.
    if (state.isDown) return request.socket.destroy()
    const body = await read(request).catch(() => undefined) // the page went away while it was sending
    if (!body) return
    state.lastAt = Date.now()
    const recorded = record(request, body, run)
    state.requests.push(recorded)
    if (recorded.events.length > 0) state.firstAt ||= state.lastAt
    const answer = answerTo(recorded, inflate(body), state, respond)
    recorded.status = answer.status
    response.writeHead(answer.status, { 'content-type': answer.type, ...corsFor(request) }).end(answer.body)
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${server.address().port}`
  return { origin: `http://${host}`, host, state, close: () => close(server) }
}

function record(request, body, run) {
  const { method, url, rawHeaders } = request
  const text = inflate(body)
  return {
    at: Date.now(),
    method,
    url,
    status: 0,
    bytes: body.length,
    headBytes: rawHeaders.reduce((sum, header) => sum + header.length + 2, method.length + url.length + 14),
    events: method === 'OPTIONS' ? [] : [...findEvents(`${text} ${url}`, run)],
  }
}

function answerTo({ method, url, events, at }, text, { failMs, firstAt }, respond) {
  if (method === 'OPTIONS') return { status: 204, body: '', type: 'text/plain' }
  const failing = failMs > 0 && (firstAt === 0 || at - firstAt < failMs)
  if (failing && method === 'POST') return { status: 503, body: 'unavailable', type: 'text/plain' }
  return { status: 200, body: '{}', type: 'application/json', ...respond({ method, url, text, events }) }
}

const corsFor = ({ headers }) => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
  'access-control-max-age': '600',
  'cache-control': 'no-store',
})

function inflate(body) {
  return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString()
}

async function read(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
