import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** What happens to a request on its way to the collector. */
export type Fault =
  /** Answered by the proxy: the collector never sees it. */
  | { status: number; headers?: Record<string, string> }
  /** The connection ends before anything is passed on. */
  | 'refuse'
  /** The collector has it, but the connection ends in the middle of the answer. */
  | 'cut'
  | undefined

export interface FaultProxy {
  origin: string
  /** Decides on each batch; the number counts from 0. */
  fault: (request: number, body: string) => Fault
  /** Message ids by request that the collector has answered. */
  passed: string[][]
  /** When each batch came, ms since the epoch. */
  cameAt: number[]
  close(): void
}

/** Stands in front of the real collector and does to its traffic what networks do. */
export async function startFaultProxy(collectorOrigin: string): Promise<FaultProxy> {
  const server = createServer((request, response) => void handle(request, response))
  const proxy: FaultProxy = {
    origin: '',
    fault: () => undefined,
    passed: [],
    cameAt: [],
    close: () => close(server),
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request).catch(() => undefined) // the page went away while it was sending
    if (body === undefined) return
    const isBatch = request.url?.startsWith('/v1/batch') ?? false
    const text = (body[0] === 0x1f ? gunzipSync(body) : body).toString()
    const fault = isBatch ? proxy.fault(proxy.cameAt.push(Date.now()) - 1, text) : undefined
    if (fault === 'refuse') request.socket.destroy()
    else if (typeof fault === 'object') refuse(response, fault)
    else await pass(request, response, body, fault === 'cut').catch(() => request.socket.destroy())
    if (isBatch && response.statusCode < 300 && typeof fault !== 'object' && fault !== 'refuse') {
      proxy.passed.push(JSON.parse(text).batch.map(({ messageId }: { messageId: string }) => messageId))
    }
  }
  async function pass(request: IncomingMessage, response: ServerResponse, body: Buffer, cut: boolean) {
    const headers = {
      'content-type': request.headers['content-type'] ?? '',
      origin: request.headers.origin ?? '',
    }
    const sent =
      request.method === 'POST' ? { method: 'POST', headers, body: new Uint8Array(body) } : { headers }
    const answer = await fetch(collectorOrigin + request.url, sent)
    const text = await answer.text()
    const kept = [
      'content-type',
      'retry-after',
      'access-control-allow-origin',
      'access-control-expose-headers',
    ]
    for (const name of kept) {
      const value = answer.headers.get(name)
      if (value) response.setHeader(name, value)
    }
    response.writeHead(answer.status)
    if (!cut) response.end(text)
    else response.write(text.slice(0, 5), () => request.socket.destroy())
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  proxy.origin = originOf(server)
  return proxy
}

function refuse(
  response: ServerResponse,
  { status, headers }: { status: number; headers?: Record<string, string> },
) {
  const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' }
  response.writeHead(status, { ...cors, ...headers }).end('{}')
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export const originOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`

export function close(server: Server): void {
  server.closeAllConnections()
  server.close()
}
