import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import { EngineError, EngineUnavailable } from '../services'

export interface ClickHouseRequest {
  sql: string
  /** Rows of an insert. */
  body?: Uint8Array
  settings?: Record<string, string>
}

/** A query that takes longer has lost its server. */
const timeoutMs = 120_000

/** Figures that JSON can hold: integers as numbers, NaN as null. */
const formats = { output_format_json_quote_64bit_integers: '0', output_format_json_quote_denormals: '0' }

/**
 * ClickHouse's HTTP interface by `node:http`: the global `fetch` breaks off large bodies to old servers (EPIPE).
 * https://clickhouse.com/docs/interfaces/http
 */
export function createClickHouseHttp(url: string): {
  send(request: ClickHouseRequest): Promise<string>
  close(): void
} {
  const { protocol, hostname, port, pathname, username, password } = new URL(url)
  const { request, Agent } = protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true })
  const database = decodeURIComponent(pathname.slice(1)) || 'default'
  const auth = username ? { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` } : {}

  return {
    send({ sql, body, settings }) {
      const inBody = body ?? Buffer.from(sql)
      const query = new URLSearchParams({ database, ...formats, ...settings, ...(body && { query: sql }) })
      const options = {
        agent,
        hostname,
        port,
        ...auth,
        method: 'POST',
        path: `/?${query}`,
        timeout: timeoutMs,
      }
      return new Promise((resolve, reject) => {
        const sent = request({ ...options, headers: { 'content-length': inBody.length } }, (response) =>
          read(response).then(resolve, reject),
        )
        sent.on('error', (error) => reject(unreachable(error)))
        sent.on('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)))
        sent.end(inBody)
      })
    },
    close: () => agent.destroy(),
  }
}

async function read(response: http.IncomingMessage): Promise<string> {
  const answer = await text(response).catch((error: Error) => Promise.reject(unreachable(error)))
  if (response.statusCode === 200) return answer
  throw new EngineError(answer.trim().slice(0, 1_000), Number(/Code: (\d+)/.exec(answer)?.[1] ?? 0))
}

const unreachable = (error: Error): EngineUnavailable =>
  new EngineUnavailable(`The event store cannot be reached: ${error.message}`)
