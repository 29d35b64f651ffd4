import { connect, newContext, throttle } from '../browser.mjs'
import { categories, readLinked } from './evaluation.mjs'

/** The age of a page at which its heap is measured, the same for all: what a script puts off to its first tasks is there by then. */
const ageMs = 300

/**
 * Loads a page, with `<script src>` where there is one, under tracing.
 * Returns ms of wall clock and of thread CPU in evaluating it, and the bytes of heap after garbage collection.
 */
export async function measureLinked(browser, url, script, rate) {
  const context = await newContext(browser)
  const page = await context.newPage()
  const session = await connect(page)
  await throttle(session, rate)
  if (script) await browser.startTracing(page, { categories })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(ageMs) // no SDK says when it is done; heaps of one age can be compared
  const cost = script ? readLinked(await browser.stopTracing(), new URL(script, url).href) : {}
  await throttle(session, 1)
  const heapBytes = await heapAfterCollection(session)
  await context.close()
  return { ...cost, heapBytes }
}

async function heapAfterCollection(session) {
  await session.send('HeapProfiler.enable')
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
