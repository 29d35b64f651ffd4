import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Collector, createCollector, type Services, type Settings } from '@handrail/collector'
import { type Config, validateConfig } from 'handrail/schema'
import json from '../handrail.config.json'
import { startOfDay } from '../seed/calendar'
import { createPersonas } from './personas'
import { findPort } from './ports'
import { SEED, type SeedProgress, seed } from './seeding'
import { type DemoState, readState, SEED_VERSION, writeState } from './state'
import { buildTandem } from './tandem'

export interface DemoOptions {
  /** Port of Tandem; the next free one when it is taken, any for 0. @default 8788 */
  port?: number
  /** Anything but `dataDir`; the port is found in the same way. @default port 8787, errors logged */
  collectorOptions?: Partial<Omit<Settings, 'dataDir'>>
  /** `none` leaves the collector without history, for tests. @default 'full' */
  seed?: 'none' | 'full'
  /** @default '.demo-data' */
  dataDir?: string
  /** Ends seeding at the next event or day; `startDemo` then rejects with its reason. @default never */
  signal?: AbortSignal
  /** @default none */
  onProgress?: (progress: SeedProgress) => void
}

export interface Demo {
  /** Where Tandem answers. */
  origin: string
  collector: Collector
  projectId: string
  writeKey: string
  apiToken: string
  /** Of the dashboard. */
  login: { email: string; password: string }
  /** Events imported by this start. */
  seededEvents: number
  close(): Promise<void>
}

/** Starts the collector and Tandem, with the demo's config published and its history up to this moment. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { dataDir = '.demo-data', collectorOptions = {}, port = 8788 } = options
  const kept = await readState(dataDir, Date.now())
  await mkdir(dataDir, { recursive: true })
  const collectorPort = await findPort(collectorOptions.port ?? 8787, port === 0 ? [] : [port])
  const collector = await createCollector({
    logLevel: 'error',
    ...collectorOptions,
    port: collectorPort,
    dataDir: join(dataDir, 'collector'),
  })
  try {
    const state = kept ?? (await createState(collector.services, dataDir))
    const seededEvents = await prepare(collector.services, state, { ...options, dataDir })
    const tandem = await startTandem(collector.origin, state, await findPort(port, [collectorPort]))
    const { projectId, writeKey, apiToken, login } = state
    const close = async () => {
      await tandem.close()
      await collector.close()
    }
    return { origin: tandem.origin, collector, projectId, writeKey, apiToken, login, seededEvents, close }
  } catch (error) {
    await collector.close()
    throw error
  }
}

/** A project and a login of its own, with secrets drawn at random. */
async function createState({ control }: Services, dataDir: string): Promise<DemoState> {
  const { projectId, writeKey, apiToken } = await control.projects.create({ name: 'Tandem' })
  const login = { email: 'demo@tandem.example', password: randomBytes(9).toString('base64url') }
  await control.people.create(login.email, login.password)
  const asOf = startOfDay(Date.now())
  const state = { seedVersion: SEED_VERSION, asOf, seededUntil: null, projectId, writeKey, apiToken, login }
  await writeState(dataDir, state)
  return state
}

type Preparation = DemoOptions & { dataDir: string }

/** Publishes the config and brings the history up to now. Returns the number of events imported. */
async function prepare(services: Services, state: DemoState, options: Preparation): Promise<number> {
  const config = readConfig()
  await services.control.configs.publish(state.projectId, config)
  if (options.seed === 'none') return 0
  const { signal = new AbortController().signal, onProgress = () => {}, dataDir } = options
  const until = Date.now()
  const imported = await seed({ services, state, config, until, signal, onProgress })
  await writeState(dataDir, { ...state, seededUntil: until })
  return imported
}

function readConfig(): Config {
  const { config, problems } = validateConfig(json)
  const [problem] = problems
  if (!problem) return config
  throw new Error(`demo/handrail.config.json: ${problem.path}: ${problem.message}`)
}

async function startTandem(collectorOrigin: string, state: DemoState, port: number) {
  const app = buildTandem({
    embedding: { collectorOrigin, writeKey: state.writeKey },
    root: demoFolder(),
    people: createPersonas({ seed: SEED, asOf: state.asOf }),
  })
  const origin = await app.listen({ port, host: '127.0.0.1' })
  return { origin, close: () => app.close() }
}

/** The folder of the demo, from its sources as from its bundle. */
function demoFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'handrail.config.json'))) folder = dirname(folder)
  return folder
}
