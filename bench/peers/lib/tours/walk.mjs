import { connect, newContext, throttle } from '../browser.mjs'
import { watchErrors } from '../load/inline.mjs'
import { steps } from './page.mjs'
import { installProbe } from './probe.mjs'

/** Between preparing and starting, the same for all: work that an SDK puts off must not count as a part of its start. */
const restMs = 100

/** Starts a tour on a fresh page and goes to its last step; returns what each took, and what went wrong. */
export async function walk(browser, url, { tour }, options, rate) {
  const context = await newContext(browser)
  const page = await context.newPage()
  const errors = watchErrors(page)
  try {
    const session = await connect(page)
    await page.goto(url, { waitUntil: 'load' })
    await page.evaluate(installProbe, [tour.popover, tour.host])
    await page.evaluate(`window.__tour={prepare:${tour.prepare},start:${tour.start},next:${tour.next}}`)
    await page.evaluate(prepare, [steps, options])
    await page.waitForTimeout(restMs) // no SDK says when it is at rest
    await throttle(session, rate)
    const start = await page.evaluate((title) => window.__measure(window.__tour.start, title), steps[0].title)
    const next = await goOn(page)
    const isOnTop = await page.evaluate((title) => window.__isOnTop(title), steps.at(-1).title)
    if (start.firstMs === null) errors.push('step 0 never came')
    if (next.length < steps.length - 1) errors.push(`step ${next.length + 1} never came`)
    if (!isOnTop) errors.push('the last popover is covered or clipped')
    return { start, next, errors }
  } finally {
    await context.close()
  }
}

const prepare = async ([steps, options]) => {
  await window.__tour.prepare(steps, options)
}

async function goOn(page) {
  const walked = []
  for (const { title } of steps.slice(1)) {
    const step = await page.evaluate((title) => window.__measure(window.__tour.next, title), title)
    if (step.firstMs === null) break
    walked.push(step)
  }
  return walked
}
