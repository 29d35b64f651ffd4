import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../src/event-store/sql'
import { countEvents, readFigure } from '../figures'
import { type RunningCollector, startCollector } from '../start-collector'
import { createLedger } from './ledger'
import { openEvents, until } from './open-events'

/** A soak sets more: `KILLS=200 npx vitest run collector/test/event-store/kill.test.ts`. */
const kills = Number(process.env.KILLS ?? 8)
const senders = 4
/** Between kills hardly anything is loaded: what waits at the end grows with them. */
const loadedMs = 30_000 + kills * 2_000
const timeoutMs = 60_000 + kills * 7_000

let dataDir: string
let collector: RunningCollector | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'handrail-kill-'))
})
afterEach(async () => {
  await collector?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

describe('kill -9 under load', () => {
  it('of the collector: every acknowledged event is stored, and none twice', {
    timeout: timeoutMs,
  }, async () => {
    collector = await startCollector({ dataDir })
    const { acknowledged, stored } = await underLoad(collector, async (running) => {
      await running.kill()
      await running.restart()
    })
    expect(stored).toEqual({ distinct: expect.any(Number), lost: 0, twice: 0 })
    expect(stored.distinct).toBeGreaterThanOrEqual(acknowledged)
  })

  it('of the event store: every acknowledged event is stored, and none twice', {
    timeout: timeoutMs,
  }, async () => {
    collector = await startCollector({ dataDir })
    const { acknowledged, stored } = await underLoad(collector, async (running) => {
      const pid = await running.enginePid()
      if (pid) process.kill(pid, 'SIGKILL')
    })
    expect(stored).toEqual({ distinct: expect.any(Number), lost: 0, twice: 0 })
    expect(stored.distinct).toBeGreaterThanOrEqual(acknowledged)
  })
})

async function underLoad(running: RunningCollector, strike: (running: RunningCollector) => Promise<void>) {
  const ledger = createLedger(running)
  const sending = Array.from({ length: senders }, (_, i) => ledger.send(i))
  for (let n = 0; n < kills; n++) {
    await wait(200 + Math.random() * 1_300) // at no particular moment
    await strike(running)
  }
  await wait(500)
  ledger.stop()
  await Promise.all(sending)
  process.stdout.write(`${kills} kills, ${ledger.acknowledged.size} events acknowledged\n`)
  return { acknowledged: ledger.acknowledged.size, stored: await compare(running, ledger.acknowledged) }
}

/** What the store holds once the spool is empty, against the ledger. */
async function compare(running: RunningCollector, acknowledged: ReadonlySet<string>) {
  await until(async () => (await readFigure(running, 'handrail_spool_bytes')) === 0, loadedMs)
  const counted = await countEvents(running)
  await running.stop()
  const ids = await storedIds(running.dataDir)
  return {
    distinct: ids.size,
    lost: [...acknowledged].filter((id) => !ids.has(id)).length,
    twice: counted - ids.size,
  }
}

async function storedIds(dataDir: string): Promise<Set<string>> {
  const engine = await openEvents(dataDir)
  const rows = await engine.query<{ id: string }>(sql`SELECT DISTINCT message_id AS id FROM events`)
  await engine.close()
  return new Set(rows.map(({ id }) => id))
}
