import type { Client } from '@libsql/client'
import { migrations } from './migrations'

/** Runs the migrations that this database has not seen, each as a whole. */
export async function migrate(client: Client): Promise<void> {
  await client.execute('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY) STRICT')
  for (const { name, statements } of migrations) {
    if (await isDone(client, name)) continue
    const mark = { sql: 'INSERT INTO migrations (name) VALUES (?)', args: [name] }
    try {
      await client.batch([mark, ...statements], 'write')
    } catch (error) {
      if (await isDone(client, name)) continue // another process was faster
      throw new Error(`The control data could not be brought to "${name}"`, { cause: error })
    }
  }
}

async function isDone(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.execute({ sql: 'SELECT 1 FROM migrations WHERE name = ?', args: [name] })
  return rows.length > 0
}
