import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureAcknowledged } from './ingest/acknowledged.mjs'
import { measureMemory } from './ingest/memory.mjs'
import { writeIngestReport } from './ingest/report.mjs'
import { keepResult } from './ingest/results.mjs'
import { measureSustained } from './ingest/sustained.mjs'

// node bench/ingest.mjs [acknowledged|sustained|memory|report]… [--rounds 5] [--minutes 10]
// Needs `npm run build -- collector`. Without names: acknowledged and sustained. Writes bench/results/ingest.json and
// docs/benchmarks-ingest.md.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, minutes: { type: 'string', default: '10' } },
})
const rounds = positive('rounds')
const measures = {
  acknowledged: () => measureAcknowledged(rounds),
  sustained: () => measureSustained(rounds),
  memory: () => measureMemory(positive('minutes') * 60),
}

const asked = positionals.length > 0 ? positionals : ['acknowledged', 'sustained']
const unknown = asked.find((name) => name !== 'report' && !(name in measures))
if (unknown)
  throw new Error(`found "${unknown}", expected one of ${Object.keys(measures).join(', ')}, report`)

for (const name of asked.filter((name) => name in measures)) {
  const run = conditions() // before it, so that the load is not its own
  const found = await measures[name]()
  await keepResult(name, { run, ...found })
  console.log(name, found)
}
console.log(`wrote ${await writeIngestReport()}`)

function conditions() {
  return {
    date: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0].model.trim(),
    cores: cpus().length,
    loadAverage: loadavg().map((value) => Number(value.toFixed(2))),
  }
}

function positive(name) {
  const number = Number(values[name])
  if (number > 0) return number
  throw new Error(`--${name}: found ${values[name]}, expected a number above 0`)
}
