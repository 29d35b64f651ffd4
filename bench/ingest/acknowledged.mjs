import { bareInserts, startBareServer, startCollector, startGenerator, until } from './processes.mjs'

/**
 * Events per second: of the bare server and of the collector in turns, so that a noisy machine disturbs both; then what the
 * event store takes from a full spool, beside bare inserts of the same rows.
 */
export async function measureAcknowledged({ rounds, roundSeconds, insertBlocks }) {
  const generator = startGenerator()
  const collector = await startCollector()
  const bare = await startBareServer()
  const turns = []
  try {
    await warmUp(generator, bare, collector)
    for (let i = 0; i < rounds; i++)
      turns.push(await measureTurn({ generator, bare, collector, roundSeconds }))
  } finally {
    generator.stop()
    bare.stop()
    await collector.stop()
  }
  const bareInsertsPerSecond = await bareInserts(collector.dataDir, insertBlocks)
  await collector.remove()
  return summary(turns, bareInsertsPerSecond)
}

async function warmUp(generator, bare, collector) {
  await generator.load(bare, 1)
  await generator.load(collector, 1)
  await untilLoaded(collector)
}

/** One turn: the ceiling, the collector as it is, its spool until it is empty, the collector while its event store stands still. */
async function measureTurn({ generator, bare, collector, roundSeconds }) {
  const bareRate = rate(await generator.load(bare, roundSeconds))
  const { loaded: before } = await collector.metrics()
  const acknowledged = rate(await generator.load(collector, roundSeconds))
  const { loaded: between } = await collector.metrics()
  const drainedMs = performance.now()
  await untilLoaded(collector)
  const seconds = (performance.now() - drainedMs) / 1_000
  const { loaded: after } = await collector.metrics()
  const withoutLoading = await whileStopped(await collector.enginePid(), () =>
    generator.load(collector, roundSeconds),
  )
  await untilLoaded(collector)
  return {
    bare: bareRate,
    acknowledged,
    loadedMeanwhile: (between - before) / roundSeconds,
    sustained: (after - between) / seconds,
    withoutLoading: rate(withoutLoading),
  }
}

const rate = ({ acknowledged, seconds }) => acknowledged / seconds

const untilLoaded = (collector) => until(async () => (await collector.metrics()).spoolBytes === 0)

async function whileStopped(pid, measure) {
  process.kill(pid, 'SIGSTOP')
  try {
    return await measure()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

function summary(turns, bareInsertsPerSecond) {
  const of = (name) => Math.round(median(turns.map((turn) => turn[name])))
  const ratio = (name) => Number(median(turns.map((turn) => turn[name] / turn.bare)).toFixed(2))
  const sustained = of('sustained')
  return {
    eventsPerSecond: {
      bareServer: of('bare'),
      acknowledged: of('acknowledged'),
      acknowledgedWithoutLoading: of('withoutLoading'),
      loadedMeanwhile: of('loadedMeanwhile'),
      bareInserts: Math.round(bareInsertsPerSecond),
      sustained,
    },
    ratios: {
      acknowledged: ratio('acknowledged'),
      acknowledgedWithoutLoading: ratio('withoutLoading'),
      sustained: Number((sustained / bareInsertsPerSecond).toFixed(2)),
    },
    turns,
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
