import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addExtensions } from '../build/declarations.mjs'
import { writeSchemaJson } from '../build/schema-json.mjs'
import { run } from './run.mjs'

const folders = { sdk: 'dist', collector: 'collector/dist', demo: 'demo/dist' }

// `npm run build -- collector` builds one part.
const [only] = process.argv.slice(2)
if (only && !(only in folders)) {
  throw new Error(`unknown part "${only}", expected one of ${Object.keys(folders).join(', ')}`)
}
const startedMs = Date.now()
run('rollup', ['-c', '--silent', ...(only ? ['--only', only] : [])])
if (!only || only === 'sdk') {
  run('tsc', ['--project', 'tsconfig.declarations.json'])
  addExtensions('dist/types')
}
for (const folder of only ? [folders[only]] : Object.values(folders)) sweep(folder)
if (!only || only === 'sdk') await writeSchemaJson()

// Hashed files of earlier builds go last, so that a server that is running meanwhile never misses one.
function sweep(folder) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name)
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats?.isFile() && stats.mtimeMs < startedMs) rmSync(file, { force: true })
  }
}
