import { versionOf } from './adapters.mjs'
import { startApp } from './app-server.mjs'
import { launch } from './browser.mjs'
import { bundleOf } from './bundle.mjs'
import { measureInline } from './load/inline.mjs'
import { measureLinked } from './load/linked.mjs'
import { mergeResult } from './results.mjs'
import { median, round, summarize } from './statistics.mjs'

const documentWith = (head) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body><h1>Page</h1></body></html>`

/** What a script costs before it is used. Every repetition has a fresh renderer, so that no code is cached. */
export async function runLoad(adapters, { reps = 9, rate = 4 }) {
  const app = await startApp()
  app.pages.set('/blank', documentWith(''))
  const jobs = await prepare(adapters, app)
  const blankHeap = []
  let chromium
  for (let rep = 0; rep < reps; rep++) {
    // Every script once per round, so that noise of the machine hits all alike.
    const browser = await launch()
    chromium = browser.version()
    blankHeap.push((await measureLinked(browser, `${app.origin}/blank`, undefined, rate)).heapBytes)
    for (const job of jobs) {
      job.inline.push(await measureInline(browser, app.origin, job, rate))
      job.linked.push(await measureLinked(browser, app.origin + job.page, job.script, rate))
    }
    await browser.close()
    console.log(`load: round ${rep + 1} of ${reps}`)
  }
  app.close()
  const rows = jobs.map((job) => rowOf(job, median(blankHeap)))
  mergeResult('load', rows, ({ id, label }) => `${id} ${label}`, { chromium, cpuThrottle: rate, reps })
  for (const { id, label, inlineCpuMs, withStartCpuMs } of rows)
    console.log(
      id.padEnd(20),
      label.padEnd(34),
      `${inlineCpuMs.median} ms CPU, ${withStartCpuMs.median} with its start`,
    )
}

async function prepare(adapters, app) {
  const jobs = []
  for (const adapter of adapters) {
    for (const { label, attributes } of adapter.bundles.filter(
      ({ sizeOnly, load }) => !sizeOnly && load !== false,
    )) {
      const { script, size } = await bundleOf(adapter, label)
      const page = `/load${script}`
      const set = Object.entries(attributes?.(app.origin) ?? {})
      const markup = set.map(([name, value]) => ` ${name}="${value}"`).join('')
      app.pages.set(page, documentWith(`<script src="${script}"${markup}></script>`))
      jobs.push({ adapter, label, script, attributes: set, page, gzip: size.gzip, inline: [], linked: [] })
    }
  }
  return jobs
}

function rowOf({ adapter, label, gzip, inline, linked }, blankHeap) {
  const of = (list, key) => summarize(list.map((one) => one[key]))
  return {
    id: adapter.id,
    version: versionOf(adapter),
    label,
    gzip,
    inlineCpuMs: of(inline, 'cpuMs'),
    inlineWallMs: of(inline, 'wallMs'),
    withStartCpuMs: of(inline, 'withStartCpuMs'),
    linkedCpuMs: of(linked, 'cpuMs'),
    linkedWallMs: of(linked, 'wallMs'),
    longTasks: median(inline.map(({ longTasks }) => longTasks)),
    heapKiB: round((median(linked.map(({ heapBytes }) => heapBytes)) - blankHeap) / 1024, 0),
    errors: [...new Set(inline.flatMap(({ errors }) => errors))],
  }
}
