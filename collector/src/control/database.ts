import { type Client, createClient } from '@libsql/client'
import { type Compilable, Kysely } from 'kysely'
import { createLibsqlDialect, toArguments } from './libsql-dialect'
import { migrate } from './migrate'
import type { ControlTables } from './tables'

export interface Database {
  db: Kysely<ControlTables>
  /** All of the statements, or none; in one go, so that nothing else runs between them. */
  atomically(statements: readonly Compilable[]): Promise<void>
  close(): Promise<void>
}

/** The command line and the collector write to one file: each waits this long for the other. */
const lockTimeoutMs = 5_000

/** Opens the control data, a file (`file:…`) or a libSQL server, and brings its tables up to date. */
export async function openDatabase(url: string): Promise<Database> {
  const client = createClient({ url, timeout: lockTimeoutMs })
  if (url.startsWith('file:')) await client.execute('PRAGMA journal_mode = WAL')
  await migrate(client)
  const db = new Kysely<ControlTables>({ dialect: createLibsqlDialect(client) })
  return { db, atomically: (statements) => runBatch(client, statements), close: () => db.destroy() }
}

async function runBatch(client: Client, statements: readonly Compilable[]): Promise<void> {
  const queries = statements.map((statement) => statement.compile())
  await client.batch(
    queries.map(({ sql, parameters }) => ({ sql, args: toArguments(parameters) })),
    'write',
  )
}
