/**
 * The thread that turns records of the spool into blocks of rows, so that parsing and formatting them never holds up an
 * answer. The engine is not touched here: it crashes when a thread that used it ends.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { openControl } from '../control/control'
import { readBlock } from './block'
import type { BuildRequest, BuiltBlock, FromWorker, WorkerStart } from './block-messages'
import { createBlockRows } from './block-rows'
import { yieldProcessor } from './priority'
import { readSpool } from './spool-reader'
import { createVouching } from './vouching'

const port = parentPort
if (!port) throw new Error('block-worker is started by the collector, as a thread')
const { spoolFolder, controlUrl }: WorkerStart = workerData

yieldProcessor('thread')
const control = openControl(controlUrl)
control.catch(() => {}) // told with the first block
port.on('message', (request: BuildRequest) => void answer(request))

async function answer(request: BuildRequest): Promise<void> {
  try {
    const block = await build(request)
    send({ kind: 'built', block }, [block.tsv.buffer])
  } catch (error) {
    send({ kind: 'failed', reason: String(error) })
  }
}

async function build({ segments, ...range }: BuildRequest): Promise<BuiltBlock> {
  const opened = await control
  const rows = createBlockRows(opened, (projectId) => createVouching(projectId, opened))
  const records = readSpool(spoolFolder, segments, range.from)
  const block = await readBlock(records, range, rows.add)
  return { ...block, ...(await rows.finish()) }
}

function send(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}
