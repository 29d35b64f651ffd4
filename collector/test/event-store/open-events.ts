import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createChdbEngine } from '../../src/event-store/chdb-engine'
import type { Engine } from '../../src/services'

const childFile = fileURLToPath(new URL('../../dist/chdb-child.js', import.meta.url))

/** The event store in a folder, of a collector that has ended or of none. */
export async function openEvents(dataDir: string): Promise<Engine> {
  const engine = await createChdbEngine({
    path: join(dataDir, 'events'),
    childFile,
    log: pino({ level: 'silent' }),
  })
  await until(async () => engine.ready())
  return engine
}

/** Resolves once it holds; rejects after the deadline. */
export async function until(holds: () => Promise<boolean>, deadlineMs = 30_000): Promise<void> {
  const end = Date.now() + deadlineMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${deadlineMs} ms: ${holds}`)
    await wait(20)
  }
}
