import { setTimeout as wait } from 'node:timers/promises'
import { residentBytes, startCollector, startGenerator } from './processes.mjs'

/** Small enough that it fills within the shortest run, so that what happens then is measured too. */
const spoolMaxBytes = 256 * 1024 ** 2
const samples = 120

/** Memory of the collector and its engine while it is sent more than it can load; the spool fills, and senders are told so. */
export async function measureMemory(seconds) {
  const generator = startGenerator()
  const collector = await startCollector('--spool-max-bytes', String(spoolMaxBytes))
  try {
    const run = { over: false }
    const sending = generator.load(collector, seconds).finally(() => {
      run.over = true
    })
    const series = await sample(collector, run, Math.max(0.5, seconds / samples))
    const { acknowledged, refused } = await sending
    return { seconds, spoolMaxBytes, acknowledged, refused, ...extremes(series), series }
  } finally {
    generator.stop()
    await collector.stop()
    await collector.remove()
  }
}

async function sample(collector, run, everySeconds) {
  const series = []
  const enginePid = await collector.enginePid()
  const startedMs = performance.now()
  while (!run.over) {
    const { spoolBytes, lagSeconds } = await collector.metrics()
    const [collectorMB, engineMB] = (
      await Promise.all([residentBytes(collector.pid), residentBytes(enginePid)])
    ).map(toMB)
    const atSeconds = Math.round((performance.now() - startedMs) / 1_000)
    series.push({
      atSeconds,
      collectorMB,
      engineMB,
      spoolMB: toMB(spoolBytes),
      lagSeconds: Math.round(lagSeconds),
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
  }
}
