import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { launch } from './peers/lib/browser.mjs'

// node bench/targeting.mjs: what a navigation costs the page with 1,000 guides; writes docs/benchmarks-targeting.md.

const GUIDES = 1000
const NAVIGATIONS = 300
const WARM_UP = 30
const BUDGET_MS = 5

const root = fileURLToPath(new URL('..', import.meta.url))

/** A config nobody has yet: 40 areas of a product, a third of the guides with a delay, none of them for this user. */
const config = {
  version: 1,
  tours: Array.from({ length: GUIDES }, (_, i) => ({
    id: `guide-${i}`,
    audience: {
      all: [
        { trait: 'role', is: 'admin' },
        { event: `Did ${i % 50}`, count: { gte: 3 } },
      ],
    },
    when: {
      page: i % 20 === 0 ? '/projects/**' : `/area-${i % 40}/*`,
      ...(i % 3 === 0 && { afterSeconds: 60 }),
    },
    steps: [{ id: 'one', as: 'modal', title: 'One' }],
  })),
}

const markup = (withSdk) =>
  `<!doctype html><html lang="en"><title>Product</title>${
    withSdk
      ? '<script src="/handrail.js" data-write-key="wk" data-endpoint="http://127.0.0.1:9" data-config="/config.json"></script>'
      : ''
  }`

const server = createServer(({ url }, response) => {
  if (url.endsWith('.js')) {
    response.setHeader('content-type', 'text/javascript')
    return response.end(readFileSync(`${root}dist/browser${url}`))
  }
  if (url === '/config.json') {
    response.setHeader('handrail-config', 'bench')
    return response.end(JSON.stringify(config))
  }
  response.setHeader('content-type', 'text/html')
  response.end(markup(url.startsWith('/sdk')))
})
server.listen(0, '127.0.0.1')
const browser = await launch()
try {
  const alone = await measure('/bare')
  const withGuides = await measure('/sdk')
  report(alone, withGuides)
} finally {
  await browser.close()
  server.close()
}

/** Milliseconds of each navigation, from `pushState` until every guide has been decided on, in order of length. */
async function measure(path) {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.address().port}${path}`)
  if (path === '/sdk') {
    await page.waitForFunction(() => 'identify' in (window.handrail ?? {}))
    await page.evaluate(() => window.handrail.identify('ada', { role: 'admin' }))
    await page.evaluate(() => window.handrail.explain('guide-0'))
  }
  const timesMs = await page.evaluate(async (navigations) => {
    const paths = ['/projects/1', '/area-3/x', '/nowhere', '/area-9/y', '/projects/2/board']
    const times = []
    for (let i = 0; i < navigations; i++) {
      const start = performance.now()
      history.pushState(null, '', paths[i % paths.length])
      // Decisions are made in a microtask, queued before this one.
      await undefined
      times.push(performance.now() - start)
      // A task of its own for each, as routers have it.
      await new Promise((resolve) => setTimeout(resolve))
    }
    return times
  }, WARM_UP + NAVIGATIONS)
  await page.close()
  return timesMs.slice(WARM_UP).sort((a, b) => a - b)
}

function report(alone, withGuides) {
  const at = (times, share) => times[Math.floor(times.length * share)].toFixed(2)
  const row = (what, times) => `| ${what} | ${at(times, 0.5)} | ${at(times, 0.95)} |`
  const holds = Number(at(withGuides, 0.5)) <= BUDGET_MS ? 'holds' : '**missed**'
  const lines = [
    '# Benchmark: targeting',
    `Written by \`node bench/targeting.mjs\` and never by hand. ${NAVIGATIONS} navigations of a single-page app (\`history.pushState\`)`,
    `with ${GUIDES.toLocaleString('en')} guides in the config, CPU not slowed: milliseconds until every guide has been decided on.`,
    `Budget of the median: ${BUDGET_MS} ms; ${holds}. ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node},`,
    `Chromium ${browser.version()}, load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} of ${cpus().length} cores (${cpus()[0].model.trim()}).`,
    '',
    '| | median ms | 95th percentile |',
    '|---|---|---|',
    row('the navigation alone', alone),
    row(`with ${GUIDES.toLocaleString('en')} guides`, withGuides),
    '',
  ]
  const text = lines.join('\n').replace('\nWritten', '\n\nWritten')
  writeFileSync(`${root}docs/benchmarks-targeting.md`, text)
  console.log(text)
}
