import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY_MS } from '../seed/calendar'

/** Counted up whenever the generator gives other events, so that an older history is made anew. */
export const SEED_VERSION = 1
/** Trials grow up and surveys run out: a history is topped up for four weeks, then made anew. */
const TOP_UP_DAYS = 28

/** What the demo remembers between two starts. */
export interface DemoState {
  seedVersion: number
  /** Unix milliseconds of the UTC midnight the history counts its days from. */
  asOf: number
  /** Unix milliseconds up to which the history is in the collector; `null` before the first has been made. */
  seededUntil: number | null
  projectId: string
  writeKey: string
  apiToken: string
  login: { email: string; password: string }
}

const fileOf = (dataDir: string) => join(dataDir, 'demo.json')

/** The state of a folder that can still be used; everything else in the folder is removed. */
export async function readState(dataDir: string, nowMs: number): Promise<DemoState | undefined> {
  const state = await parse(fileOf(dataDir))
  const fresh = state?.seedVersion === SEED_VERSION && nowMs - state.asOf < TOP_UP_DAYS * DAY_MS
  if (fresh && nowMs >= state.asOf) return state
  await rm(dataDir, { recursive: true, force: true })
  return undefined
}

async function parse(file: string): Promise<DemoState | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined // absent, or cut off by a crash: begin anew
  }
}

/** Written beside and renamed, so that a crash leaves the old state or the new one. */
export async function writeState(dataDir: string, state: DemoState): Promise<void> {
  const file = fileOf(dataDir)
  await writeFile(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
