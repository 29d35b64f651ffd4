import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import type {} from '../../../demo/gallery/stage'
import { useStage } from './use-stage'

// Code that the engine compiles as it goes would grow beside what is looked for.
const stages = useStage(['--js-flags=--no-opt --no-sparkplug --no-maglev --no-flush-bytecode'])

const CYCLES = 500
/** They fill caches and the history, which is bounded. */
const WARM_CYCLES = 100
/** Measured: less than 1. What is kept of a surface would be hundreds, or tens of thousands. */
const BYTES_PER_CYCLE = 20

test(`${CYCLES} tours later, memory, nodes and listeners are as they were`, async () => {
  const page = await stages.open()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.evaluate(() => {
    globalThis.instances = [stage.prepare('tooltip-right')]
  })
  const run = (count: number): Promise<void> =>
    page.evaluate(async (cycles) => {
      for (let cycle = 0; cycle < cycles; cycle++) {
        await instances[0]?.start('scene')
        await new Promise(requestAnimationFrame)
        instances[0]?.stop('scene')
      }
    }, count)
  await run(WARM_CYCLES)
  const before = await measure(cdp)
  await run(CYCLES - WARM_CYCLES)
  const after = await measure(cdp)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
  expect((after.bytes - before.bytes) / (CYCLES - WARM_CYCLES)).toBeLessThan(BYTES_PER_CYCLE)
}, 60_000)

/** What is left after the garbage has been collected. */
async function measure(cdp: CDPSession) {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const figure = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    bytes: figure('JSHeapUsedSize'),
    nodes: figure('Nodes'),
    listeners: figure('JSEventListeners'),
  }
}
