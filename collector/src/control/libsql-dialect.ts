import type { Client } from '@libsql/client'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** Kysely over `@libsql/client`: a file, or a server that several collectors share. */
export const createLibsqlDialect = (client: Client): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => createDriver(client),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

function createDriver(client: Client): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await client.execute({ sql, args: toArguments(parameters) })
      // Kysely has typed the query; libSQL only knows that rows are rows.
      return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowsAffected) }
    },
    streamQuery: () => refuse('streamQuery'),
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // An open transaction of a file would lock out every other request of this process: see `atomically`.
    beginTransaction: () => refuse('transaction'),
    commitTransaction: () => refuse('transaction'),
    rollbackTransaction: () => refuse('transaction'),
    releaseConnection: async () => {},
    destroy: async () => client.close(),
  }
}

/** Values as SQLite knows them. */
export function toArguments(parameters: readonly unknown[]): (string | number | null)[] {
  return parameters.map((value) => {
    if (typeof value === 'string' || typeof value === 'number' || value === null) return value
    throw new TypeError(`control data: found ${typeof value}, expected text, a number or null`)
  })
}

function refuse(what: string): never {
  throw new Error(`${what}: not offered by the control data; use atomically()`)
}
