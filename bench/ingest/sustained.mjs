import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarizeTurns } from '../peers/lib/statistics.mjs'
import { bundleCollectorParts } from './collector-parts.mjs'
import { startBareInserts, startCollector, startGenerator, until, whileStopped } from './processes.mjs'
import { rest } from './rest.mjs'

const events = 400_000
/** What the budget is set by, and what the loader itself takes together while more waits than it can load. */
const blockRows = { small: 10_000, large: 40_000 }
/** Each look takes the collector some milliseconds of the processor that it measures. */
const pollMs = 100

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
      const insertBare = (rows) =>
        whileStopped(enginePid, () => bare.insert({ blockRows: rows, blocks: events / rows }))
      const bareInserts = await insertBare(blockRows.small)
      const largeInserts = await insertBare(blockRows.large)
      const fill = () => generator.load(collector, { events })
      const sustained = await whileStopped(bare.pid, () => loadFullSpool({ collector, enginePid, fill }))
      if (i > 0) turns.push({ bareInserts, largeInserts, sustained }) // the first round warms up
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
  await rest()
  const { loaded: before } = await collector.metrics()
  await whileStopped(enginePid, fill)
  const startedMs = performance.now()
  await until(async () => (await collector.metrics()).spoolBytes === 0, pollMs)
  const seconds = (performance.now() - startedMs) / 1_000
  const { loaded } = await collector.metrics()
  return (loaded - before) / seconds
}

function summary(turns) {
  const of = (name) => summarizeTurns(turns, (turn) => turn[name], 0)
  const ratio = (name) => summarizeTurns(turns, (turn) => turn.sustained / turn[name])
  return {
    blockRows,
    eventsPerSecond: {
      bareInserts: of('bareInserts'),
      largeInserts: of('largeInserts'),
      sustained: of('sustained'),
    },
    ratios: { sustained: ratio('bareInserts'), ofLarge: ratio('largeInserts') },
  }
}
