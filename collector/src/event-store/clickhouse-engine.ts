import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Engine, EngineUnavailable } from '../services'
import { parseRows } from './chdb-engine'
import { type ClickHouseRequest, createClickHouseHttp } from './clickhouse-http'
import { createTables } from './tables'

/** A server that is away is asked again this often. */
const retryMs = 1_000
/** LowCardinality, codecs and tokens of blocks came before this version; 18.16 has none of them. */
const modernSince = 22

export interface ClickHouseOptions {
  /** `http://user:password@host:8123/database` */
  url: string
  log: Logger
}

/**
 * A ClickHouse server as engine. Makes its tables when the server can first be reached. Without tokens (before version 22) a
 * block that is sent again leaves a second copy of its rows, which every read counts once.
 */
export function createClickHouseEngine({ url, log }: ClickHouseOptions): Engine {
  const http = createClickHouseHttp(url)
  const closing = new AbortController()
  let modern: boolean | undefined
  /** As the last request found it; the loader asks again all the time. */
  let reachable = true
  const opening = open()

  async function open(): Promise<void> {
    while (!closing.signal.aborted && modern === undefined) {
      try {
        modern = await prepare()
        log.info({ modern }, 'event store: ready')
      } catch (error) {
        log.warn({ reason: String(error) }, 'event store: cannot be reached')
        await wait(retryMs, undefined, { signal: closing.signal }).catch(() => {}) // closing ends the wait
      }
    }
  }

  async function prepare(): Promise<boolean> {
    const version = await http.send({ sql: 'SELECT version()' })
    const isModern = Number.parseInt(version, 10) >= modernSince
    for (const statement of createTables({ modern: isModern })) await http.send({ sql: statement.text })
    return isModern
  }

  async function ask(request: ClickHouseRequest): Promise<string> {
    if (modern === undefined)
      throw new EngineUnavailable('The event store cannot be reached; try again in a moment')
    try {
      const answer = await http.send(request)
      reachable = true
      return answer
    } catch (error) {
      reachable = !(error instanceof EngineUnavailable)
      throw error
    }
  }

  return {
    query: async <Row>(sql: { text: string }) =>
      parseRows<Row>(await ask({ sql: `${sql.text}\nFORMAT JSONEachRow` })),
    command: async (sql) => void (await ask({ sql: sql.text })),
    async insert(table, tsv, token) {
      const settings = { max_partitions_per_insert_block: '0', insert_deduplication_token: token }
      await ask({ sql: `INSERT INTO ${table} FORMAT TabSeparated`, body: tsv, ...(modern && { settings }) })
    },
    ready: () => modern !== undefined && reachable,
    async close() {
      closing.abort()
      await opening
      http.close()
    },
  }
}
