import { connect, newContext, throttle } from '../browser.mjs'

const settleMs = 60
const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile']

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
  await page.waitForTimeout(settleMs)
  const cost = script ? evaluation(await browser.stopTracing(), script) : {}
  await throttle(session, 1)
  const heapBytes = await heapAfterCollection(session)
  await context.close()
  return { ...cost, heapBytes }
}

/** Of the trace events: evaluation of that script on the main thread, and compilation that is not a part of it. */
function evaluation(trace, script) {
  const { traceEvents } = JSON.parse(trace.toString())
  const isOurs = ({ ph, args }) => ph === 'X' && (args?.data?.url ?? args?.fileName ?? '').endsWith(script)
  const ours = traceEvents.filter(isOurs)
  const runs = ours.filter(({ name }) => name === 'EvaluateScript')
  const isSameThread = (event, run) => event.tid === run.tid && event.pid === run.pid
  const isInside = (event, run) => event.ts >= run.ts && event.ts <= run.ts + run.dur
  const compilations = ours.filter(
    (event) =>
      event.name === 'v8.compile' &&
      runs.some((run) => isSameThread(event, run)) &&
      !runs.some((run) => isInside(event, run)),
  )
  const sumMs = (key) => [...runs, ...compilations].reduce((sum, event) => sum + (event[key] ?? 0), 0) / 1000
  return runs.length > 0 ? { wallMs: sumMs('dur'), cpuMs: sumMs('tdur') } : {}
}

async function heapAfterCollection(session) {
  await session.send('HeapProfiler.enable')
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}
