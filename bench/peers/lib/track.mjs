import { versionOf } from './adapters.mjs'
import { startApp } from './app-server.mjs'
import { launch } from './browser.mjs'
import { mergeResult } from './results.mjs'
import { round } from './statistics.mjs'
import { summarizeArrivals } from './track/arrivals.mjs'
import { scenarios } from './track/scenarios.mjs'
import { openStage } from './track/stage.mjs'

const theOnly = [{ label: 'default', options: {} }]
const keyOf = ({ id, variant, scenario }) => `${id} ${variant} ${scenario}`

/** What tracking costs the page, and what arrives, scenario by scenario. */
export async function runTrack(
  adapters,
  { reps, events = 1000, names = Object.keys(scenarios), concurrency = 3 },
) {
  const app = await startApp()
  const variants = adapters
    .filter(({ track }) => track)
    .flatMap((adapter) => (adapter.track.variants ?? theOnly).map((variant) => ({ adapter, variant })))
  for (const scenario of names) {
    const runs = reps ?? (scenario === 'normal' ? 3 : 2)
    const browser = await launch()
    const jobs = variants.map((variant) => ({ ...variant, scenario, outcomes: [] }))
    const queue = Array.from({ length: runs }, () => jobs).flat()
    // What is timed runs alone; what is only counted may overlap.
    const workers = scenario === 'normal' ? 1 : concurrency
    await Promise.all(Array.from({ length: workers }, () => work(queue, browser, app, events)))
    const conditions = { chromium: browser.version(), cpuThrottle: 1, reps: runs, events }
    mergeResult('track', jobs.map(rowOf), keyOf, conditions)
    await browser.close()
  }
  app.close()
}

async function work(queue, browser, app, count) {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const outcome = await run(browser, app, job, count)
    job.outcomes.push(outcome)
    const { id } = job.adapter
    console.log(job.scenario.padEnd(12), `${id} / ${job.variant.label}`.padEnd(44), JSON.stringify(outcome))
  }
}

async function run(browser, app, { adapter, variant, scenario }, count) {
  const stage = await openStage(browser, app, adapter, variant.options)
  const patience = ({ quietMs, capMs }) => {
    const needed = adapter.track.quietMs ?? 0
    return { quietMs: Math.max(quietMs, needed), capMs: Math.max(capMs, 2 * needed) }
  }
  try {
    const figures = await scenarios[scenario]({ stage, count, patience })
    const { lastAt: _, ...arrivals } = summarizeArrivals(stage.collector, count)
    return rounded({ ...arrivals, ...figures, errors: stage.errors })
  } catch (error) {
    return { errors: [...stage.errors, `${scenario}: ${error.message.slice(0, 200)}`] }
  } finally {
    await stage.close()
  }
}

const rounded = (figures) =>
  Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, typeof value === 'number' ? round(value, 1) : value]),
  )

const rowOf = ({ adapter, variant, scenario, outcomes }) => ({
  id: adapter.id,
  version: versionOf(adapter),
  variant: variant.label,
  scenario,
  outcomes,
})
