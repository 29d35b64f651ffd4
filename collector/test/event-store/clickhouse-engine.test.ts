import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { createClickHouseEngine } from '../../src/event-store/clickhouse-engine'
import { sql } from '../../src/event-store/sql'
import { type Engine, EngineError, EngineUnavailable } from '../../src/services'
import { until } from './open-events'

/** `http://127.0.0.1:8123`: a server to try it on. Debian's package `clickhouse-server` is the oldest that must work. */
const url = process.env.CLICKHOUSE_URL
let engine: Engine | undefined
const open = (at: string) => {
  engine = createClickHouseEngine({ url: at, log: pino({ level: 'silent' }) })
  return engine
}
afterEach(() => engine?.close())

it('says that a server is not there, and ends while it looks for it', async () => {
  const engine = open('http://127.0.0.1:1')
  await expect(engine.query(sql`SELECT 1`)).rejects.toThrow(EngineUnavailable)
  expect(engine.ready()).toBe(false)
})

describe.runIf(url)('a ClickHouse server', () => {
  it('takes rows and gives them back as figures and text', async () => {
    const engine = open(url ?? '')
    await until(async () => engine.ready())
    await engine.command(
      sql`CREATE TABLE IF NOT EXISTS handrail_test (a UInt64, b Float64, c String) ENGINE = Log`,
    )
    await engine.insert('handrail_test', Buffer.from('12345678901\tnan\t☂ \\t \\\\\n'), 'token')
    const rows = await engine.query(sql`SELECT a, b, c FROM handrail_test WHERE c = ${'☂ \t \\'}`)
    await engine.command(sql`DROP TABLE handrail_test`)
    expect(rows).toEqual([{ a: 12_345_678_901, b: null, c: '☂ \t \\' }])
  })

  it('names the code of what it refuses', async () => {
    const engine = open(url ?? '')
    await until(async () => engine.ready())
    await expect(engine.query(sql`SELECT * FROM nowhere_to_be_found`)).rejects.toMatchObject({
      name: EngineError.name,
      code: 60,
    })
  })
})
