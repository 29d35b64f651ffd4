import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'src',
  'collector/src',
  'demo/src',
  'demo/gallery',
  'demo/server',
  'demo/seed',
  'build',
  'scripts',
]
const files = ['rollup.config.mjs', 'package.json', 'collector/package.json', 'demo/handrail.config.json']
const outputs = [
  'dist/browser/handrail.js',
  'dist/schema/index.js',
  'collector/dist/index.js',
  'collector/dist/dashboard/manifest.json',
  'demo/dist/manifest.json',
  'demo/dist/gallery/manifest.json',
  'demo/dist/server/demo.js',
]

process.chdir(join(import.meta.dirname, '..'))
if (isStale()) {
  const end = showTime('  Building Handrail and Tandem')
  await build().finally(end)
}
const { runDemo } = await import('./dist/server/demo.js')
await runDemo()

/** Whether a source is newer than the oldest thing built from it, or something was never built. */
function isStale() {
  const built = outputs.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const inFolders = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, name)),
  )
  const changed = [...files, ...inFolders].map((file) => statSync(file).mtimeMs)
  return Math.max(...changed) > Math.min(...built)
}

/** A line that counts the seconds in a terminal, so that a slow machine is seen to be at work. Returns what ends it. */
function showTime(title) {
  process.stdout.write(title)
  if (!process.stdout.isTTY) return () => console.log()
  const startedMs = performance.now()
  const timer = setInterval(() => {
    process.stdout.write(`\r${title}  ${Math.round((performance.now() - startedMs) / 1000)} s`)
  }, 1000)
  return () => {
    clearInterval(timer)
    console.log()
  }
}

function build() {
  const child = spawn(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed with exit code ${code}.`)),
    )
  })
}
