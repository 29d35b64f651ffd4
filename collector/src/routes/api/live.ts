import { finished } from 'node:stream'
import { parameters } from './parameters'
import { route } from './route'

/** Proxies close a connection that is silent for a minute. */
const KEEP_ALIVE_MS = 25_000

export const live = route({
  method: 'GET',
  path: '/api/live',
  summary: 'Events as they arrive, accepted and rejected, as server-sent events; the last ones first.',
  query: parameters({}),
  answer: null,
  async handle({ services, project, reply }) {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx buffers a response unless told not to: https://nginx.org/en/docs/http/ngx_http_proxy_module.html
      'x-accel-buffering': 'no',
      connection: 'close', // nothing comes after it
    })
    const send = (event: object) => {
      if (raw.writableEnded || raw.writableNeedDrain) return // who reads slower misses some
      raw.write(`data: ${JSON.stringify(event)}\n\n`)
    }
    raw.write(': connected\n\n')
    for (const event of services.live.recent(project).reverse()) send(event)
    const stop = services.live.onEvent(project, send)
    const keepAlive = setInterval(() => raw.write(': still here\n\n'), KEEP_ALIVE_MS)
    // Also when the reader was gone before.
    finished(raw, () => {
      stop()
      clearInterval(keepAlive)
    })
  },
})
