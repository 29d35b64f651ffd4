import { versionOf } from './adapters.mjs'
import { startApp } from './app-server.mjs'
import { launch } from './browser.mjs'
import { bundleOf } from './bundle.mjs'
import { mergeResult } from './results.mjs'
import { median, round, summarize } from './statistics.mjs'
import { nodes, steps, tourPage } from './tours/page.mjs'
import { walk } from './tours/walk.mjs'

const theOnly = [{ label: 'default', options: {} }]

/** From the call to the first frame that shows a step, on a page of 2,000 nodes with a slowed CPU. */
export async function runTours(adapters, { reps = 9, rate = 4 }) {
  const app = await startApp()
  const jobs = []
  for (const adapter of adapters.filter(({ tour }) => tour)) {
    const path = `/tour/${encodeURIComponent(adapter.id)}`
    app.pages.set(path, tourPage(await bundleOf(adapter)))
    for (const variant of adapter.tour.variants ?? theOnly) jobs.push({ adapter, variant, path, walks: [] })
  }
  let chromium
  for (let rep = 0; rep < reps; rep++) {
    const browser = await launch()
    chromium = browser.version()
    for (const { adapter, variant, path, walks } of jobs)
      walks.push(await walk(browser, app.origin + path, adapter, variant.options, rate))
    await browser.close()
    console.log(`tours: round ${rep + 1} of ${reps}`)
  }
  app.close()
  const rows = jobs.map(rowOf)
  const conditions = { chromium, cpuThrottle: rate, reps, nodes, steps: steps.length }
  mergeResult('tours', rows, ({ id, variant }) => `${id} ${variant}`, conditions)
  for (const { id, variant, startFirstMs, nextFirstMs, errors } of rows)
    console.log(
      id.padEnd(16),
      variant.padEnd(14),
      startFirstMs.median,
      nextFirstMs.median,
      errors.join(' · '),
    )
}

function rowOf({ adapter, variant, walks }) {
  const starts = walks.map(({ start }) => start)
  const nexts = walks.flatMap(({ next }) => next)
  const of = (list, key) => summarize(list.map((one) => one[key]))
  const blocking = ({ start, next }) => [start, ...next].reduce((sum, { blockingMs }) => sum + blockingMs, 0)
  return {
    id: adapter.id,
    version: versionOf(adapter),
    variant: variant.label,
    startFirstMs: of(starts, 'firstMs'),
    startSettledMs: of(starts, 'settledMs'),
    startSyncMs: of(starts, 'syncMs'),
    nextFirstMs: of(nexts, 'firstMs'),
    nextSettledMs: of(nexts, 'settledMs'),
    nextSyncMs: of(nexts, 'syncMs'),
    blockingMs: round(median(walks.map(blocking)), 0),
    errors: [...new Set(walks.flatMap(({ errors }) => errors))],
  }
}
