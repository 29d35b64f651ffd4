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
  /** When it had come, ms since the epoch. */
  at: number
  method: string
  /** Path and query. */
  url: string
  headers: IncomingHttpHeaders
  /** Bytes on the wire. */
  bytes: number
  /** The body as text, inflated where it is gzip. */
  text: string
  /** What the client was answered; 0 when the connection was reset before. */
  status: number
  /** The collector has it. */
  passed: boolean
}

/** What happens to a request on its way. */
export type Fault =
  /** Answered in the place of the collector. */
  | { status: number; headers?: Record<string, string> }
  /** The connection is reset before anything is passed on. */
  | 'refuse'
  /** It is passed on, and the connection reset before the answer. */
  | 'cut'
  /** It is passed on, and the connection reset in the middle of the answer. */
  | 'torn'
  | undefined

export interface Relay {
  origin: string
  /** `127.0.0.1:port`, as Segment's browser client wants it. */
  host: string
  requests: Recorded[]
  /** Those that may carry events, in the order in which they came. */
  readonly posts: Recorded[]
  /** Decides on each POST; the number counts from 0. */
  fault: (post: number, text: string) => Fault
  close(): void
}

/** Stands before the real collector, passes on each byte and header as it is, records, and fails where it is told to. */
export async function startRelay(collectorOrigin: string): Promise<Relay> {
  const server = createServer((request, response) => void handle(request, response))

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request).catch(() => undefined) // the client went away while it was sending
    if (!body) return
    const recorded = record(request, body)
    const fault = recorded.method === 'POST' ? relay.fault(relay.posts.length, recorded.text) : undefined
    relay.requests.push(recorded)
    response.once('finish', () => (recorded.status = response.statusCode))
    if (fault === 'refuse') request.socket.destroy()
    else if (typeof fault === 'object') answer(request, response, fault)
    else pass(request, response, body, fault, recorded)
  }
  function pass(
    { method, headers, socket, url }: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    fault: 'cut' | 'torn' | undefined,
    recorded: Recorded,
  ): void {
    const passed = forward(collectorOrigin + url, { method, headers }, (answer) => {
      recorded.passed = true
      if (fault === 'cut') return void socket.destroy()
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      if (fault === 'torn') answer.once('data', (part: Buffer) => tear(response, part))
      else answer.pipe(response)
    })
    passed.on('error', () => socket.destroy()).end(body)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = hostOf(server)
  const relay: Relay = {
    origin: `http://${host}`,
    host,
    requests: [],
    get posts() {
      return this.requests.filter(({ method }) => method === 'POST')
    },
    fault: () => undefined,
    close: () => close(server),
  }
  return relay
}

const record = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Recorded => ({
  at: Date.now(),
  method,
  url,
  headers,
  bytes: body.length,
  text: textOf(body),
  status: 0,
  passed: false,
})

/** A browser shows a status, and how long to wait, only where the answer allows its origin. */
function answer(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  { status, headers }: { status: number; headers?: Record<string, string> },
): void {
  const allowed = { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' }
  response.writeHead(status, { ...(origin && allowed), ...headers }).end('{}')
}

function tear(response: ServerResponse, part: Buffer): void {
  response.write(part.subarray(0, part.length / 2), () => response.destroy())
}

const textOf = (body: Buffer): string => (body[0] === 0x1f ? gunzipSync(body) : body).toString()

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** `127.0.0.1:port` of a server that listens. */
export const hostOf = (server: Server): string => `127.0.0.1:${(server.address() as AddressInfo).port}` // no pipe

/** Ends a server and whatever is connected to it. */
export function close(server: Server): void {
  server.closeAllConnections()
  server.close()
}
