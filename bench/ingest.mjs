/**
 * `node bench/ingest.mjs [--minutes 10] [--short]`: how many events per second the collector acknowledges, beside a server that
 * only parses and checks them; how many reach the event store, beside bare inserts; what memory it holds under overload.
 * Needs a build (`npm run build -- collector`). Writes bench/results/ingest.json.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureAcknowledged } from './ingest/acknowledged.mjs'
import { measureMemory } from './ingest/memory.mjs'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, short: { type: 'boolean', default: false } },
})
const size = values.short
  ? { rounds: 2, roundSeconds: 2, insertBlocks: 8, overloadSeconds: 10 }
  : { rounds: 5, roundSeconds: 5, insertBlocks: 20, overloadSeconds: Number(values.minutes) * 60 }
if (!(size.overloadSeconds > 0))
  throw new Error(`--minutes: found ${values.minutes}, expected a number above 0`)

const speed = await measureAcknowledged(size)
const memory = await measureMemory(size.overloadSeconds)
const [{ model }] = cpus()
const machine = `${cpus().length} × ${model.trim()}, Node ${process.version}, ${process.platform}`
const results = { at: new Date().toISOString(), machine, size, ...speed, memory }
await mkdir(new URL('./results/', import.meta.url), { recursive: true })
await writeFile(new URL('./results/ingest.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
