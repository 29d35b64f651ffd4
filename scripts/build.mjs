import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addExtensions } from '../build/declarations.mjs'
import { writeSchemaJson } from '../build/schema-json.mjs'
import { run } from './run.mjs'

const parts = {
  sdk: { folder: 'dist', declarations: 'tsconfig.declarations.json' },
  collector: { folder: 'collector/dist', declarations: 'collector/tsconfig.declarations.json' },
  demo: { folder: 'demo/dist' },
}

// `npm run build -- collector` builds one part.
const [only] = process.argv.slice(2)
if (only && !(only in parts)) {
  throw new Error(`unknown part "${only}", expected one of ${Object.keys(parts).join(', ')}`)
}
const wanted = only ? [parts[only]] : Object.values(parts)
const startedMs = Date.now()
run('rollup', ['-c', '--silent', ...(only ? ['--only', only] : [])])
if (wanted.includes(parts.sdk)) await writeSchemaJson()
for (const { folder } of wanted) sweep(folder)
for (const { folder, declarations } of wanted.filter((part) => part.declarations)) {
  // Complaints are the business of `npm run check`; here it matters that the files are written.
  run('tsc', ['--project', declarations], [0, 1, 2])
  if (!existsSync(`${folder}/types/index.d.ts`))
    throw new Error(`tsc wrote no declarations to ${folder}/types`)
  addExtensions(`${folder}/types`)
}

// Hashed files of earlier builds go last, so that a server that is running meanwhile never misses one.
function sweep(folder) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name)
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats?.isFile() && stats.mtimeMs < startedMs) rmSync(file, { force: true })
  }
}
