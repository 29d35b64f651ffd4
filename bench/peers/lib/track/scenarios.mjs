import { setTimeout as wait } from 'node:timers/promises'
import { connect } from '../browser.mjs'
import { countArrived, drain, summarizeArrivals } from './arrivals.mjs'

const batchSize = 50

/** All in one loop, on a page that stays: what a call and an event cost the page. */
async function normal({ stage, count, patience }) {
  const page = await stage.visit()
  await stage.init(page)
  const session = await connect(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await taskSeconds(session)
  const loopMs = await stage.fire(page, 0, count)
  const afterLoop = await taskSeconds(session)
  const firedAt = Date.now()
  await drain(stage.collector, count, patience({ quietMs: 20_000, capMs: 90_000 }))
  const atEnd = await taskSeconds(session)
  const { lastAt } = summarizeArrivals(stage.collector, count)
  return {
    wallUsPerCall: (loopMs * 1000) / count,
    cpuUsPerCall: ((afterLoop - before) * 1e6) / count,
    cpuUsPerEvent: ((atEnd - before) * 1e6) / count,
    lastArrivalMs: lastAt && lastAt - firedAt,
  }
}

/** Fifty at a time, the next when the last have arrived: what an event weighs on the wire in ordinary use. */
async function batches({ stage, count, patience }) {
  const page = await stage.visit()
  await stage.init(page)
  for (let from = 0; from < count; from += batchSize) {
    await stage.fire(page, from, from + batchSize)
    await untilArrived(stage.collector, from + batchSize)
  }
  await drain(stage.collector, count, patience({ quietMs: 20_000, capMs: 60_000 }))
  return {}
}

/** The page is closed 50 ms after the last call, as the page counts them, with its handlers; then comes the next visit. */
async function close({ stage, count, patience }) {
  const page = await stage.visit()
  await stage.init(page)
  await stage.fire(page, 0, count, 50)
  await page.close({ runBeforeUnload: true })
  await drain(stage.collector, count, { quietMs: 5000, capMs: 15_000 })
  const afterClose = countArrived(stage.collector, count)
  if (afterClose < count) {
    const next = await stage.visit()
    await stage.init(next)
    await probe(stage, next, count)
    await drain(stage.collector, count, patience({ quietMs: 15_000, capMs: 45_000 }))
  }
  return { afterClose }
}

/** The collector answers 503 for 3 s after the first request with events. */
async function unavailable({ stage, count, patience }) {
  stage.collector.state.failMs = 3000
  const page = await stage.visit()
  await stage.init(page)
  await stage.fire(page, 0, count)
  await drain(stage.collector, count, patience({ quietMs: 25_000, capMs: 75_000 }))
  const unprompted = countArrived(stage.collector, count)
  if (unprompted < count) {
    await probe(stage, page, count)
    await drain(stage.collector, count, { quietMs: 10_000, capMs: 30_000 })
  }
  return { unprompted }
}

/** No network while they are tracked; 3 s later a reload, still without; 1 s later the network is back. */
async function offline({ stage, count, patience }) {
  const { collector, context } = stage
  await stage.serveFromMemory()
  const page = await stage.visit()
  await stage.init(page)
  collector.state.isDown = true
  await context.setOffline(true)
  await stage.fire(page, 0, count)
  await wait(3000)
  await page.reload({ waitUntil: 'load' })
  await Promise.race([stage.init(page), wait(4000)]) // some SDKs never say that they are ready without a network
  await wait(1000)
  collector.state.isDown = false
  await context.setOffline(false)
  await probe(stage, page, count)
  await drain(collector, count, patience({ quietMs: 25_000, capMs: 60_000 }))
  return {}
}

export const scenarios = { normal, batches, close, unavailable, offline }

/** Tracks one event beyond the counted ones: some queues go on sending only when something new comes. */
const probe = (stage, page, count) => stage.fire(page, count, count + 1)

async function taskSeconds(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value
}

async function untilArrived(collector, count) {
  const end = Date.now() + 15_000
  while (countArrived(collector, count) < count && Date.now() < end) await wait(50)
}
