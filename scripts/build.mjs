import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const startedMs = Date.now()
const declarations = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', 'dist/types']

await run('rollup', ['-c', '--silent'])
await run('tsc', ['--project', 'tsconfig.src.json', ...declarations])
for (const folder of ['dist', 'collector/dist', 'demo/dist'].filter(existsSync)) sweep(folder)

// Hashed files of earlier builds go last, so that a server that is running meanwhile never misses one.
function sweep(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name)
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats?.isFile() && stats.mtimeMs < startedMs) rmSync(file, { force: true })
  }
}
