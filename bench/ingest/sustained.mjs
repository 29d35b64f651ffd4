import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarizeTurns } from '../peers/lib/statistics.mjs'
import { bundleCollectorParts } from './collector-parts.mjs'
import { startBareInserts, startCollector, startGenerator, until, whileStopped } from './processes.mjs'

const blockRows = 10_000
const blocks = 20

/**
 * Events per second into the embedded event store, in turns with bare inserts of the same rows into the same table. The spool
 * is filled while the event store stands still and then loaded until it is empty, because what sends the events would take
 * the processor that loads them.
 */
export async function measureSustained(rounds) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bench-'))
  const generator = startGenerator()
  const bare = await startBareInserts(join(folder, 'events'), await bundleCollectorParts(folder))
  const collector = await startCollector()
  const enginePid = await collector.enginePid()
  const turns = []
  try {
    for (let i = 0; i <= rounds; i++) {
      const bareInserts = await whileStopped(enginePid, () => bare.insert(blocks))
      const fill = () => generator.load(collector, { events: blocks * blockRows })
      const sustained = await whileStopped(bare.pid, () => loadFullSpool({ collector, enginePid, fill }))
      if (i > 0) turns.push({ bareInserts, sustained }) // the first round warms up
    }
  } finally {
    generator.stop()
    bare.stop()
    await collector.remove()
    await rm(folder, { recursive: true, force: true })
  }
  return summary(turns)
}

async function loadFullSpool({ collector, enginePid, fill }) {
  const { loaded: before } = await collector.metrics()
  await whileStopped(enginePid, fill)
  const startedMs = performance.now()
  await until(async () => (await collector.metrics()).spoolBytes === 0)
  const seconds = (performance.now() - startedMs) / 1_000
  const { loaded } = await collector.metrics()
  return (loaded - before) / seconds
}

function summary(turns) {
  const of = (name) => summarizeTurns(turns, (turn) => turn[name], 0)
  const ratio = summarizeTurns(turns, (turn) => turn.sustained / turn.bareInserts)
  return {
    eventsPerSecond: { bareInserts: of('bareInserts'), sustained: of('sustained') },
    ratios: { sustained: ratio },
  }
}
