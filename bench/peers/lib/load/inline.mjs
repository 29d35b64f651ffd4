import { connect, newContext, throttle } from '../browser.mjs'

const settleMs = 120

/**
 * Evaluates a script inline: parse, compile and run are all on the main thread, with no code cache and no streaming.
 * Returns ms of wall clock, ms of the thread's CPU, and the long tasks it made.
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
  const before = await scriptCpuMs(session)
  const wallMs = await page.evaluate(insertScript, attributes)
  const cpuMs = (await scriptCpuMs(session)) - before
  await page.waitForTimeout(settleMs) // long tasks are told a moment later
  const longTasks = await page.evaluate(() => window.__longTasks.length)
  await context.close()
  return { wallMs, cpuMs, longTasks, errors }
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
  return new Promise((resolve) => {
    setTimeout(() => {
      const element = document.createElement('script')
      element.textContent = window.__code
      for (const [name, value] of attributes) element.setAttribute(name, value)
      const startedAt = performance.now()
      document.head.append(element)
      resolve(performance.now() - startedAt)
    })
  })
}
