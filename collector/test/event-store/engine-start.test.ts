import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { createChdbEngine } from '../../src/event-store/chdb-engine'
import type { Engine } from '../../src/services'
import { until } from './open-events'

const childFile = fileURLToPath(new URL('../../dist/chdb-child.js', import.meta.url))

let engine: Engine | undefined
let path = ''
afterEach(async () => {
  delete process.env.TOO_LARGE
  await engine?.close()
  await rm(path, { recursive: true, force: true })
})

it('a process that cannot be made ends nothing; the event store comes when it can', async () => {
  const told: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) })
  path = await mkdtemp(join(tmpdir(), 'handrail-engine-'))
  process.env.TOO_LARGE = 'x'.repeat(3_000_000) // E2BIG, which Node throws
  engine = await createChdbEngine({ path, childFile, log })
  await until(async () => told.length > 1)
  expect(told[0]).toContain('E2BIG')
  expect(engine.ready()).toBe(false)
  delete process.env.TOO_LARGE
  await until(async () => engine?.ready() === true)
})
