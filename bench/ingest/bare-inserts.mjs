/**
 * The ceiling of the event store: blocks of rows that are ready, inserted by nothing but chdb into a table like the
 * collector's. The rows are made by the collector's own code of the events it is sent. Told by its parent how many blocks of
 * how many rows come next; answers with rows per second.
 */
import { createRequire } from 'node:module'
import { Session } from 'chdb'
import { batchEvents, createBodies, renumber } from './events.mjs'
import { rest } from './rest.mjs'

const [folder, partsFile] = process.argv.slice(2)
const parts = createRequire(import.meta.url)(partsFile)

parts.yieldProcessor('process')
const session = new Session(folder)
for (const { text } of parts.createTables({ modern: true })) session.query(text)
const bodies = createBodies('bench')
let nextId = 0
let nextBlock = 0

process.on('message', async ({ blockRows, blocks: count }) => {
  const before = countRows()
  const blocks = Array.from({ length: count }, () => createBlock(blockRows))
  await rest()
  const startedMs = performance.now()
  for (const values of blocks) await insert(values)
  const seconds = (performance.now() - startedMs) / 1_000
  const found = countRows() - before
  if (found !== count * blockRows)
    throw new Error(`bare inserts: found ${found} rows, expected ${count * blockRows}`)
  process.send({ rowsPerSecond: found / seconds })
})
process.on('disconnect', () => process.exit())
process.send({ ready: true })

function createBlock(blockRows) {
  const lines = parts.createTsvLines(blockRows * 1024)
  for (let i = 0; i < blockRows / batchEvents; i++)
    for (const message of messagesOf(bodies[i % bodies.length]))
      lines.add(parts.toRow(message, parts.accountOf(message)))
  return lines.bytes()
}

function messagesOf(template) {
  const body = renumber(template, () => nextId++)
  return parts.readMessages({ projectId: 'bench', receivedAt: Date.now(), refused: [], body }, '')
}

async function insert(values) {
  const token = `bare-${nextBlock++}`
  await session.insert({
    table: 'events',
    values,
    format: 'TSV',
    settings: { ...parts.insertSettings, insert_deduplication_token: token },
  })
}

function countRows() {
  return Number(session.query('SELECT count() FROM events', 'TSV'))
}
