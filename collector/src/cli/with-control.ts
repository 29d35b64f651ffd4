import { mkdir } from 'node:fs/promises'
import { destination, pino } from 'pino'
import type { Control, Project } from '../control/types'
import { openControlOf, openServices } from '../server'
import type { Services } from '../services'
import type { Settings } from '../settings'

/** Runs with the control data alone: works beside a collector that is running. */
export async function withControl<T>(settings: Settings, run: (control: Control) => Promise<T>): Promise<T> {
  await mkdir(settings.dataDir, { recursive: true })
  const control = await openControlOf(settings)
  try {
    return await run(control)
  } finally {
    await control.close()
  }
}

/** Runs with everything but the server: needs the data folder for itself. */
export async function withServices<T>(
  settings: Settings,
  run: (services: Services) => Promise<T>,
): Promise<T> {
  const { services, close } = await openServices(settings, pino({ level: settings.logLevel }, destination(2)))
  try {
    return await run(services)
  } finally {
    await close()
  }
}

/** The project of that id or name; without one, the only one there is. */
export async function findProject(control: Control, wanted: string | undefined): Promise<Project> {
  const projects = await control.projects.list()
  const matching =
    wanted === undefined ? projects : projects.filter(({ id, name }) => id === wanted || name === wanted)
  const [project, another] = matching
  if (project && !another) return project
  const names = projects.map(({ id, name }) => `${name} (${id})`).join(', ') || 'none'
  throw new Error(
    `--project: found ${wanted ?? 'nothing'}, expected the id or name of one project of: ${names}`,
  )
}
