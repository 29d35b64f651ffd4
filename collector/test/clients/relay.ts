import { once } from 'node:events'
import {
  createServer,
  request as forward,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** A request of a client, as it came in. */
export interface Recorded {
  method: string
  /** Path and query. */
  url: string
  headers: IncomingHttpHeaders
  /** Bytes on the wire. */
  bytes: number
  /** The body as text, inflated where it is gzip. */
  text: string
  /** What the client was answered; 0 when the connection was reset. */
  status: number
}

/** A status is answered in the place of the collector; `cut` passes the request on and resets the connection before the answer. */
export type Fault = number | 'refuse' | 'cut' | undefined

export interface Relay {
  origin: string
  /** `127.0.0.1:port`, as Segment's browser client wants it. */
  host: string
  requests: Recorded[]
  /** Decides on each POST; the number counts from 0. */
  fault: (post: number) => Fault
  close(): void
}

/** Stands before the real collector, passes on each byte and header as it is, records, and fails where it is told to. */
export async function startRelay(collectorOrigin: string): Promise<Relay> {
  let posts = 0
  const server = createServer((request, response) => void handle(request, response))

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request).catch(() => undefined) // the client went away while it was sending
    if (!body) return
    const { method = 'GET', url = '/', headers } = request
    const recorded = { method, url, headers, bytes: body.length, text: textOf(body), status: 0 }
    relay.requests.push(recorded)
    const fault = method === 'POST' ? relay.fault(posts++) : undefined
    if (fault === 'refuse') request.socket.destroy()
    else if (typeof fault === 'number') response.writeHead(fault, allowAll(headers)).end('{}')
    else pass(request, response, body, fault === 'cut')
    if (typeof fault !== 'string') response.once('close', () => (recorded.status = response.statusCode))
  }
  function pass(request: IncomingMessage, response: ServerResponse, body: Buffer, cut: boolean): void {
    const { method, headers, socket, url } = request
    const passed = forward(collectorOrigin + url, { method, headers }, (answer) => {
      if (cut) return void socket.destroy()
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => socket.destroy()).end(body)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port, not on a pipe
  const relay: Relay = {
    origin: `http://${host}`,
    host,
    requests: [],
    fault: () => undefined,
    close: () => close(server),
  }
  return relay
}

/** A browser shows a status only where the answer allows its origin. */
const allowAll = ({ origin }: IncomingHttpHeaders): Record<string, string> =>
  origin ? { 'access-control-allow-origin': origin } : {}

const textOf = (body: Buffer): string => (body[0] === 0x1f ? gunzipSync(body) : body).toString()

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function close(server: Server): void {
  server.closeAllConnections()
  server.close()
}
