import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newContext } from '../browser.mjs'
import { bundleOf } from '../bundle.mjs'
import { eventId } from '../event-ids.mjs'
import { watchErrors } from '../load/inline.mjs'
import { root } from '../paths.mjs'
import { startCollector } from './collector.mjs'

const startMs = 500
let runs = 0

/** One SDK in one profile of the browser, before a collector of its own. */
export async function openStage(browser, app, adapter, options) {
  const { track } = adapter
  const { script } = await bundleOf(adapter)
  const run = `r${(Date.now() % 1e8).toString(36)}${(runs++).toString(36)}`
  const path = `/track/${run}`
  const document = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Product</title><script src="${script}"></script></head>
<body><h1>Product</h1><script>window.__sdkUse={init:${track.init},track:${track.track}}</script></body></html>`
  app.pages.set(path, document)
  const collector = await startCollector(run, track.respond)
  const context = await newContext(browser)
  await context.grantPermissions(['local-network-access'])
  const errors = []
  return {
    collector,
    context,
    errors,
    async visit() {
      const page = await context.newPage()
      const seen = watchErrors(page)
      page.once('close', () => errors.push(...seen))
      await page.goto(app.origin + path, { waitUntil: 'load' })
      return page
    },
    init: (page) =>
      page.evaluate(initialize, [{ origin: collector.origin, host: collector.host }, options, startMs]),
    /** Tracks events from..to−1 in one loop; returns its ms of wall clock, `restMs` later by the page's own timer. */
    fire: (page, from, to, restMs) => page.evaluate(trackLoop, [eventId(run, '#'), from, to, restMs]),
    /** The page as a service worker would have it, for when there is no network. */
    serveFromMemory: () => serveFromMemory(context, app, path, document, script),
    async close() {
      await context.close()
      collector.close()
      app.pages.delete(path)
    },
  }
}

async function initialize([addresses, options, ms]) {
  await window.__sdkUse.init(addresses, options)
  await new Promise((resolve) => setTimeout(resolve, ms))
}

async function trackLoop([id, from, to, restMs]) {
  const { track } = window.__sdkUse
  const startedAt = performance.now()
  for (let n = from; n < to; n++)
    track('step_completed', { uid: id.replace('#', n), plan: 'pro', step: n % 5, label: 'Create project' })
  const ms = performance.now() - startedAt
  if (restMs) await new Promise((resolve) => setTimeout(resolve, restMs))
  return ms
}

async function serveFromMemory(context, { origin }, path, document, script) {
  const code = readFileSync(join(root, script), 'utf8')
  await context.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === path) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: document })
    if (pathname === script)
      return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
    return route.fulfill({ status: 204, body: '' })
  })
}
