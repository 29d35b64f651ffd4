import { type Logger, pino } from 'pino'
import type { Collector } from './server'
import { startCollector } from './server'
import { defaultSettings, type Settings } from './settings'

export { type ImportProgress, importEvents } from './cli/import-events'
export type { Collector } from './server'
export type { Services } from './services'
export { defaultSettings, type Settings } from './settings'

/** Starts a collector inside this process. Options that are left out have the defaults of the command. */
export function createCollector(options: Partial<Settings> & { log?: Logger } = {}): Promise<Collector> {
  const { log, ...given } = options
  const settings = { ...defaultSettings, ...given }
  return startCollector(settings, log ?? pino({ level: settings.logLevel }))
}
