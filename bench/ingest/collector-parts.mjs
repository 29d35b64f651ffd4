import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

const contents = `
export { refuseMessage } from './routes/ingest/message-check'
export { readMessages } from './event-store/message'
export { accountOf } from './event-store/sightings'
export { toRow } from './event-store/row'
export { createTsvLines } from './event-store/tsv-lines'
export { createTables } from './event-store/tables'
export { insertSettings } from './event-store/insert-settings'
export { yieldProcessor } from './event-store/priority'
`

/** The collector's own check, rows, tables and settings in one file, so that what it is compared with works with the same. */
export async function bundleCollectorParts(folder) {
  const outfile = join(folder, 'collector-parts.cjs')
  await build({
    stdin: { contents, resolveDir: join(root, 'collector/src'), loader: 'ts' },
    alias: { 'handrail/schema': join(root, 'src/schema/index.ts') },
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  })
  return outfile
}
