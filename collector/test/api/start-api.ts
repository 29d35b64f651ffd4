import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { pino } from 'pino'
import { importEvents } from '../../src/cli/import-events'
import { openControl } from '../../src/control/control'
import { createLive } from '../../src/live'
import { apiRoutes } from '../../src/routes/api/index'
import { createScoring } from '../../src/signals/scoring'
import type { Told } from '../signals/history'
import { startEngine } from '../signals/start-engine'

export const NOW = Date.parse('2026-11-20T18:00:00Z')
export const TODAY = '2026-11-20'

/** The API on the real engine and control data, at a fixed moment, with one empty project. */
export async function startApi() {
  const { engine, stop } = await startEngine()
  const folder = await mkdtemp(join(tmpdir(), 'handrail-control-'))
  const now = () => NOW
  const control = await openControl(`file:${join(folder, 'control.db')}`, now)
  const log = pino({ level: 'silent' })
  const scoring = createScoring({ engine, control, now, log })
  const services = { engine, control, scoring, live: createLive(now), now }
  const app = fastify()
  await app.register(apiRoutes(services))
  const project = await control.projects.create({ name: 'Test' })

  async function get(url: string, token = project.apiToken) {
    const response = await app.inject({ url, headers: { authorization: `Bearer ${token}` } })
    return { status: response.statusCode, headers: response.headers, body: response.json() }
  }

  return {
    app,
    get,
    services,
    project,
    /** Puts messages into the store, as the import command does. */
    load: (told: readonly Told[]) =>
      importEvents({ engine, control, now }, project.projectId, told.map(toMessage)),
    async close() {
      await app.close()
      await scoring.close()
      await stop()
      await control.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type RunningApi = Awaited<ReturnType<typeof startApi>>

function toMessage({ account, ts, message }: Told): object {
  return { ...message, timestamp: new Date(ts).toISOString(), context: { groupId: account } }
}
