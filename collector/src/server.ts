import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { forgetAddresses, writeAddresses } from './address'
import { buildApp } from './app'
import { openControl } from './control/control'
import { lockFolder } from './data-lock'
import { createBlockBuilder } from './event-store/block-builder'
import { createChdbEngine } from './event-store/chdb-engine'
import { readCheckpoint } from './event-store/checkpoint'
import { createClickHouseEngine } from './event-store/clickhouse-engine'
import { startLoader } from './event-store/loader'
import { openSpool } from './event-store/spool'
import { createFigures } from './figures'
import { createAskLimits } from './http/ask-limits'
import { createLive } from './live'
import type { Control, Engine, Services, Settings } from './services'
import { createScoring } from './signals/scoring'

export interface Collector {
  /** Where it listens: `http://127.0.0.1:8787`. */
  origin: string
  services: Services
  /** Takes no more, loads what it has, and ends. */
  close(): Promise<void>
}

/** What is in the spool when the collector is told to stop goes into the engine for this long; the rest at the next start. */
const drainMs = 10_000

/** Beside the bundle that holds this code. */
const chdbChild = fileURLToPath(new URL('./chdb-child.js', import.meta.url))
const blockWorker = fileURLToPath(new URL('./block-worker.js', import.meta.url))

export async function startCollector(settings: Settings, log: Logger): Promise<Collector> {
  const { services, close: closeServices } = await openServices(settings, log)
  const app = await buildApp(services)
  try {
    await app.listen({ host: settings.host, port: settings.port })
  } catch (error) {
    await closeServices()
    throw error
  }
  const origin = originOf(app, settings)
  const origins = settings.publicUrl === null ? [origin] : [origin, settings.publicUrl]
  await writeAddresses(settings.dataDir, origins).catch((error) =>
    log.warn({ reason: String(error) }, 'address: not written; accounts cannot be imported while this runs'),
  )
  void services.scoring.start()
  return {
    origin,
    services,
    async close() {
      await app.close()
      await closeServices()
    },
  }
}

/** The services without the server: what commands work with that need no port. */
export async function openServices(
  settings: Settings,
  log: Logger,
): Promise<{ services: Services; close(): Promise<void> }> {
  const dataDir = resolve(settings.dataDir)
  await mkdir(dataDir, { recursive: true })
  const unlock = await lockFolder(dataDir)
  await forgetAddresses(dataDir)
  const now = Date.now
  const control = await openControlOf(settings)
  const engine = await openEngine(settings, log)
  const { spool, loader, scoring } = await openPipeline({ settings, log, now, control, engine })
  const services: Services = {
    settings,
    log,
    now,
    control,
    engine,
    spool,
    loader,
    live: createLive(now),
    scoring,
    figures: createFigures(engine, loader),
    limits: createAskLimits(settings, now),
  }
  async function close(): Promise<void> {
    await spool.close()
    await Promise.race([loader.drain(), new Promise((done) => setTimeout(done, drainMs).unref())])
    await loader.close()
    await scoring.close()
    await engine.close()
    await control.close()
    unlock()
  }
  return { services, close }
}

export const openControlOf = (settings: Settings): Promise<Control> => openControl(controlUrlOf(settings))

const controlUrlOf = ({ libsqlUrl, dataDir }: Settings): string =>
  libsqlUrl ?? `file:${join(resolve(dataDir), 'control.db')}`

async function openEngine({ dataDir, clickhouseUrl: url }: Settings, log: Logger): Promise<Engine> {
  if (url !== null) return createClickHouseEngine({ url, log })
  return createChdbEngine({ path: join(resolve(dataDir), 'events'), childFile: chdbChild, log })
}

async function openPipeline(base: Pick<Services, 'settings' | 'log' | 'now' | 'control' | 'engine'>) {
  const { settings, log, now, control, engine } = base
  const folder = join(resolve(settings.dataDir), 'spool')
  await mkdir(folder, { recursive: true })
  const checkpoint = await readCheckpoint(folder)
  const spool = await openSpool({ folder, log, maxBytes: settings.spoolMaxBytes, from: checkpoint.from })
  const scoring = createScoring({ engine, control, now, log })
  const loader = await startLoader({
    folder,
    checkpoint,
    spool,
    engine,
    builder: createBlockBuilder({
      workerFile: blockWorker,
      spoolFolder: folder,
      controlUrl: controlUrlOf(settings),
    }),
    log,
    now,
    onLoaded: scoring.touched,
  })
  return { spool, loader, scoring }
}

function originOf(app: FastifyInstance, { host, port }: Settings): string {
  const [address] = app.addresses()
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${typeof address === 'object' ? address.port : port}`
}
