import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarizeTurns } from '../peers/lib/statistics.mjs'
import { bundleCollectorParts } from './collector-parts.mjs'
import { startBareServer, startCollector, startGenerator, whileStopped } from './processes.mjs'

const turnSeconds = 3
/** Nothing is refused for what waits: the event store is slower than the taking in. */
const spoolMaxBytes = 16 * 1024 ** 3

/**
 * Acknowledged events per second, in turns with a bare server: of the collector as it is, loading what it takes in at the
 * same time, and of the collector while its event store stands still. The latter is what a machine gives that has a processor
 * to spare for the event store.
 */
export async function measureAcknowledged(rounds) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bench-'))
  const generator = startGenerator()
  const bare = await startBareServer(await bundleCollectorParts(folder))
  const collector = await startCollector('--spool-max-bytes', String(spoolMaxBytes))
  const enginePid = await collector.enginePid()
  const load = async (target) => rate(await generator.load(target, { seconds: turnSeconds }))
  const turns = []
  try {
    await whileStopped(enginePid, async () => load(bare))
    await load(collector)
    for (let i = 0; i < rounds; i++) {
      const bareServer = await whileStopped(enginePid, () => load(bare))
      const whileLoading = await load(collector)
      const alone = await whileStopped(enginePid, () => load(collector))
      turns.push({ bareServer, whileLoading, alone })
    }
  } finally {
    generator.stop()
    bare.stop()
    await collector.remove()
    await rm(folder, { recursive: true, force: true })
  }
  return summary(turns)
}

const rate = ({ acknowledged, seconds }) => acknowledged / seconds

function summary(turns) {
  const of = (name) => summarizeTurns(turns, (turn) => turn[name], 0)
  const ratio = (name) => summarizeTurns(turns, (turn) => turn[name] / turn.bareServer)
  return {
    eventsPerSecond: { bareServer: of('bareServer'), whileLoading: of('whileLoading'), alone: of('alone') },
    ratios: { whileLoading: ratio('whileLoading'), alone: ratio('alone') },
  }
}
