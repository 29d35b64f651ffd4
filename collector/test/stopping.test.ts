import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningCollector, startCollector } from './start-collector'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
}, 60_000)
afterAll(() => collector.stop())

const openLive = () =>
  fetch(`${collector.origin}/api/live`, { headers: { authorization: `Bearer ${collector.apiToken}` } })

it('stops in order while somebody watches the live feed, and takes the watcher back afterwards', async () => {
  const watched = (await openLive()).text() // resolves when the feed ends in order
  const startedMs = performance.now()
  await collector.restart()
  expect(await watched).toContain(': connected')
  expect(performance.now() - startedMs).toBeLessThan(20_000)
  const again = await openLive()
  expect(again.status).toBe(200)
  await again.body?.cancel()
})
