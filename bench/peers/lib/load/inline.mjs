import { connect, newContext, throttle } from '../browser.mjs'
import { categories, readInline } from './evaluation.mjs'

/**
 * What is counted as the start of a script: the same for all, since none of them says when it has started. All that they start
 * by themselves fits into it, with the answer to a request.
 */
const startWindowMs = 500

/**
 * Evaluates a script inline: parse, compile and run are all on the main thread, with no code cache and no streaming.
 * Returns ms of wall clock and of the thread's CPU in that; ms of CPU in all script of the page from then until it has
 * come to rest, so with what the script starts by itself; and the long tasks of that time.
 */
export async function measureInline(browser, origin, { script, attributes }, rate) {
  const context = await newContext(browser)
  const page = await context.newPage()
  const errors = watchErrors(page)
  const session = await connect(page)
  await page.goto(`${origin}/blank`)
  await page.evaluate(fetchScript, script)
  await throttle(session, rate)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await browser.startTracing(page, { categories })
  const before = await scriptCpuMs(session)
  await page.evaluate(insertScript, attributes)
  await page.waitForTimeout(startWindowMs) // the figure is the CPU of just this time
  const withStartCpuMs = (await scriptCpuMs(session)) - before
  const evaluation = readInline(await browser.stopTracing())
  const longTasks = await page.evaluate(() => window.__longTasks.length)
  await context.close()
  return { ...evaluation, withStartCpuMs, longTasks, errors }
}

export function watchErrors(page) {
  const errors = []
  page.on('pageerror', ({ message }) => errors.push(message.slice(0, 160)))
  return errors
}

async function scriptCpuMs(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000
}

async function fetchScript(url) {
  window.__code = await (await fetch(url)).text()
  window.__longTasks = []
  new PerformanceObserver((list) => window.__longTasks.push(...list.getEntries())).observe({
    type: 'longtask',
  })
}

/** In a task of its own, so that the call from outside is not part of it. */
function insertScript(attributes) {
  setTimeout(() => {
    const element = document.createElement('script')
    element.textContent = window.__code
    for (const [name, value] of attributes) element.setAttribute(name, value)
    document.head.append(element)
  })
}
