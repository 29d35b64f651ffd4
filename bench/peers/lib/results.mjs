import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { resultsFolder } from './paths.mjs'
import { round } from './statistics.mjs'

/** `name` is size, load, tours or track; null when that was never run. */
export function readResult(name) {
  try {
    return JSON.parse(readFileSync(join(resultsFolder, `${name}.json`), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Writes the rows of a run; those of earlier runs stay where this one has none. `keyOf` says which rows are the same.
 * Each row names the machine and the conditions it was measured under, because runs may be of different days.
 */
export function mergeResult(name, rows, keyOf, conditions) {
  const run = { ...machine(), ...conditions }
  const fresh = rows.map((row) => ({ ...row, run }))
  const keys = new Set(fresh.map(keyOf))
  const kept = (readResult(name)?.rows ?? []).filter((row) => !keys.has(keyOf(row)))
  const all = [...kept, ...fresh].sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'))
  mkdirSync(resultsFolder, { recursive: true })
  writeFileSync(join(resultsFolder, `${name}.json`), `${JSON.stringify({ rows: all }, null, 2)}\n`)
}

function machine() {
  return {
    date: new Date().toISOString(),
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: round(totalmem() / 2 ** 30, 1),
    loadAverage: loadavg().map((value) => round(value)),
  }
}
