/**
 * The child process that holds the embedded ClickHouse. A process of its own because the engine crashes when a worker
 * thread that used it exits, and because a crash of it must not take the collector with it.
 */
import { read } from 'node:fs'
import { promisify } from 'node:util'
import { type FromChild, rowsFd, type ToChild } from './chdb-messages'
import { insertSettings } from './insert-settings'
import { yieldProcessor } from './priority'

type Insert = Extract<ToChild, { kind: 'insert' }>

const readPipe = promisify(read)
const path = process.argv[2]
if (!path || !process.send)
  throw new Error('chdb-child is started by the collector, with the folder of its data')

// The collector is gone: the next one needs the lock on the folder, and what was not committed is in its spool.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Ctrl-C reaches the whole process group, also while the engine is loaded; the collector ends this process when its work is done.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

const { Session } = await import('chdb')
yieldProcessor('process') // before the engine starts its threads, which take it over
const session = new Session(path, {
  // Figures that JSON can hold: integers as numbers, NaN as null.
  connectionArgs: ['--output_format_json_quote_64bit_integers=0', '--output_format_json_quote_denormals=0'],
})

const readRows = inOrder(receive)
/** The next block is read while one is inserted; to insert both at once would take longer and hold twice the memory. */
const insertRows = inOrder(insert)

process.on('message', (message: ToChild) => void answer(message))
send({ kind: 'ready' })

async function answer(message: ToChild): Promise<void> {
  try {
    send({ kind: 'answer', id: message.id, text: await run(message) })
  } catch (error) {
    send({ kind: 'refusal', id: message.id, ...describe(error) })
  }
}

async function run(message: ToChild): Promise<string> {
  switch (message.kind) {
    case 'query':
      return (await session.queryAsync(message.sql, { format: 'JSONEachRow' })).text()
    case 'insert':
      await insertRows(message, await readRows(message.bytes).catch(die))
      return ''
    case 'close':
      session.close()
      return ''
  }
}

async function receive(bytes: number): Promise<Buffer> {
  const rows = Buffer.allocUnsafeSlow(bytes)
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await readPipe(rowsFd, rows, at, bytes - at, null)
    if (bytesRead === 0) throw new Error('the pipe of rows is closed')
    at += bytesRead
  }
  return rows
}

/** Where the next block begins is not known any more: another child begins with a pipe of its own. */
function die(error: unknown): never {
  console.error(String(error))
  process.exit(1)
}

function insert({ table, token }: Insert, rows: Buffer): Promise<unknown> {
  const settings = { ...insertSettings, insert_deduplication_token: token }
  return session.insert({ table, values: rows, format: 'TSV', settings })
}

/** Calls begin when the one before has ended. */
function inOrder<Arguments extends unknown[], Result>(
  work: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (...args) => {
    const result = last.then(() => work(...args))
    last = result.catch(() => {}) // its caller is told
    return result
  }
}

function describe(error: unknown): { message: string; code: number } {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'clickhouseCode' in error ? Number(error.clickhouseCode) : 0
  return { message, code: code || Number(/Code: (\d+)/.exec(message)?.[1] ?? 0) }
}

function send(message: FromChild): void {
  process.send?.(message)
}
