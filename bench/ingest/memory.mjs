import { setTimeout as wait } from 'node:timers/promises'
import { residentBytes, startCollector, startGenerator, until } from './processes.mjs'

/** Small, so that it is full within seconds and what happens then is most of the run. */
const spoolMaxBytes = 64 * 1024 ** 2
const samples = 120

/**
 * Memory of the collector and of its event store while it is sent more than it can load: the spool fills, and senders are told
 * so. Afterwards what was acknowledged is counted in the store.
 */
export async function measureMemory(seconds) {
  const generator = startGenerator()
  const collector = await startCollector('--spool-max-bytes', String(spoolMaxBytes))
  try {
    const run = { over: false }
    const sending = generator.load(collector, { seconds }).finally(() => {
      run.over = true
    })
    const series = await sample(collector, run, Math.max(0.5, seconds / samples))
    const { acknowledged, refused } = await sending
    await until(async () => (await collector.metrics()).spoolBytes === 0, 500)
    const { ready } = await collector.readiness()
    const counted = await collector.countEvents()
    const found = { seconds, spoolMaxBytes, acknowledged, refused, counted, readyAfterwards: ready }
    return { ...found, ...extremes(series), series }
  } finally {
    generator.stop()
    await collector.remove()
  }
}

async function sample(collector, run, everySeconds) {
  const series = []
  const enginePid = await collector.enginePid()
  const startedMs = performance.now()
  while (!run.over) {
    const [{ spoolBytes, lagSeconds }, { ready }, collectorBytes, engineBytes] = await Promise.all([
      collector.metrics(),
      collector.readiness(),
      residentBytes(collector.pid),
      residentBytes(enginePid),
    ])
    series.push({
      atSeconds: Math.round((performance.now() - startedMs) / 1_000),
      collectorMB: toMB(collectorBytes),
      engineMB: toMB(engineBytes),
      spoolMB: toMB(spoolBytes),
      lagSeconds: Math.round(lagSeconds),
      ready,
    })
    await wait(everySeconds * 1_000)
  }
  return series
}

const toMB = (bytes) => Math.round(bytes / 1024 ** 2)

/** Memory that is bounded is no higher in the second half than in the first. */
function extremes(series) {
  const highest = (part, name) => Math.max(...part.map((one) => one[name]))
  const middle = series.length >> 1
  const halves = (name) => [highest(series.slice(0, middle), name), highest(series.slice(middle), name)]
  return {
    collectorMB: halves('collectorMB'),
    engineMB: halves('engineMB'),
    spoolMB: highest(series, 'spoolMB'),
    lagSeconds: highest(series, 'lagSeconds'),
  }
}
