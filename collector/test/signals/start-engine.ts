import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { pino } from 'pino'
import { createChdbEngine } from '../../src/event-store/chdb-engine'
import type { Engine } from '../../src/services'

/** Under `node_modules`, so that the child finds the engine's package. */
const childFile = fileURLToPath(
  new URL('../../../node_modules/.cache/handrail/chdb-child.mjs', import.meta.url),
)

/** The real engine on an empty folder. `stop` ends its process and removes the folder. */
export async function startEngine(): Promise<{ engine: Engine; stop(): Promise<void> }> {
  const entry = fileURLToPath(new URL('../../src/event-store/chdb-child.ts', import.meta.url))
  await build({
    entryPoints: [entry],
    outfile: childFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const path = await mkdtemp(join(tmpdir(), 'handrail-engine-'))
  const engine = await createChdbEngine({ path, childFile, log: pino({ level: 'silent' }) })
  await until(() => engine.ready())
  return {
    engine,
    async stop() {
      await engine.close()
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** Resolves once `condition` holds; rejects after the deadline. */
export async function until(condition: () => boolean | Promise<boolean>, deadlineMs = 20_000): Promise<void> {
  const end = Date.now() + deadlineMs
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not true within ${deadlineMs} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
