/**
 * The other ceiling: blocks of rows that are ready, inserted into a table like the collector's by nothing but chdb. The rows
 * are read from the data that a collector left behind. Tells its parent rows per second.
 */
import { setPriority } from 'node:os'
import { Session } from 'chdb'

const [folder, count] = process.argv.slice(2)
const blockRows = 10_000
setPriority(0, 5) // as the collector's engine runs
const session = new Session(folder)

const [{ statement }] = read('SHOW CREATE TABLE events')
session.query(statement.replace(/TABLE \S+/, 'TABLE bare'))
const blocks = Array.from({ length: Number(count) }, (_, n) =>
  Buffer.from(
    session.query(
      `SELECT * FROM events ORDER BY received, message_id LIMIT ${blockRows} OFFSET ${n * blockRows}`,
      'TSV',
    ),
  ),
)

const settings = {
  input_format_parallel_parsing: 0,
  max_insert_threads: 1,
  max_partitions_per_insert_block: 0,
}
const startedMs = performance.now()
for (const [n, values] of blocks.entries())
  await session.insert({
    table: 'bare',
    values,
    format: 'TSV',
    settings: { ...settings, insert_deduplication_token: `bare-${n}` },
  })
const seconds = (performance.now() - startedMs) / 1_000
const [{ found }] = read('SELECT count() AS found FROM bare')
if (Number(found) !== blocks.length * blockRows)
  throw new Error(`bare inserts: found ${found} rows, expected ${blocks.length * blockRows}`)
session.close()
process.send({ rowsPerSecond: Number(found) / seconds })

function read(sql) {
  const lines = session.query(sql, 'JSONEachRow').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}
