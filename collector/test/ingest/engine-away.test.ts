import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { mountSmallDisk, noSmallDisk } from '../event-store/full-disk'
import { until } from '../event-store/open-events'
import { countEvents, readFigure } from '../figures'
import { type RunningCollector, startCollector } from '../start-collector'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function start(dataDir?: string): Promise<RunningCollector> {
  const collector = await startCollector(dataDir === undefined ? {} : { dataDir })
  cleanups.push(() => collector.stop())
  await until(async () => (await readFigure(collector, 'handrail_engine_ready')) === 1)
  return collector
}

const batchEvents = 20

/** One batch with ids of its own. */
function send({ origin, writeKey }: RunningCollector, n: number): Promise<Response> {
  const batch = Array.from({ length: batchEvents }, (_, i) => ({
    type: 'track',
    event: 'Report Opened',
    messageId: `${n}-${i}`,
    userId: 'u',
    properties: { text: 'x'.repeat(500) },
  }))
  return fetch(`${origin}/v1/batch`, { method: 'POST', body: JSON.stringify({ writeKey, batch }) })
}

/** `kill -STOP` until the function returned is called. */
async function stopEngine(collector: RunningCollector): Promise<() => void> {
  const pid = await collector.enginePid()
  if (pid === undefined) throw new Error('the event store has no process')
  process.kill(pid, 'SIGSTOP')
  const resume = () => void process.kill(pid, 'SIGCONT')
  cleanups.push(resume)
  return resume
}

it('an event store that stands still: the spool takes everything, its lag rises and falls, each event counts once', async () => {
  const collector = await start()
  const resume = await stopEngine(collector)
  for (let n = 0; n < 50; n++) expect((await send(collector, n)).status).toBe(200)
  await until(async () => (await readFigure(collector, 'handrail_spool_lag_seconds')) > 2)
  expect(await readFigure(collector, 'handrail_spool_bytes')).toBeGreaterThan(50 * batchEvents * 500)
  resume()
  await until(async () => (await readFigure(collector, 'handrail_spool_bytes')) === 0)
  expect(await readFigure(collector, 'handrail_spool_lag_seconds')).toBe(0)
  expect(await countEvents(collector)).toBe(50 * batchEvents)
})

it('an event store that ended: /readyz and /metrics say so until it is back, and events are taken in meanwhile', {
  timeout: 60_000,
}, async () => {
  const collector = await start()
  const readiness = () => fetch(`${collector.origin}/readyz`)
  expect((await readiness()).status).toBe(200)
  const pid = await collector.enginePid()
  if (pid === undefined) throw new Error('the event store has no process')
  process.kill(pid, 'SIGKILL')
  await until(async () => (await readFigure(collector, 'handrail_engine_ready')) === 0)
  const told = await readiness()
  expect(told.status).toBe(503)
  expect(await told.json()).toMatchObject({ checks: { ingest: true, eventStore: false, loader: true } })
  expect((await send(collector, 0)).status).toBe(200)
  await until(async () => (await readiness()).status === 200)
  await until(async () => (await readFigure(collector, 'handrail_spool_bytes')) === 0)
  expect(await countEvents(collector)).toBe(batchEvents)
})

it.skipIf(noSmallDisk)(
  `a disk that is full: 503 with Retry-After, nothing acknowledged is lost, and it goes on by itself${noSmallDisk ? ` (${noSmallDisk})` : ''}`,
  { timeout: 60_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'handrail-full-'))
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }))
    const spool = join(dataDir, 'spool')
    await mkdir(spool)
    cleanups.push(mountSmallDisk(spool, 1024 * 1024))
    const collector = await start(dataDir)
    const resume = await stopEngine(collector)
    let acknowledged = 0
    let answer = await send(collector, acknowledged)
    while (answer.status === 200) answer = await send(collector, ++acknowledged)
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(acknowledged).toBeGreaterThan(20)
    expect((await fetch(`${collector.origin}/readyz`)).status).toBe(503)
    resume()
    await until(async () => (await send(collector, acknowledged)).status === 200)
    await until(async () => (await readFigure(collector, 'handrail_spool_bytes')) === 0)
    expect(await countEvents(collector)).toBe((acknowledged + 1) * batchEvents)
  },
)
