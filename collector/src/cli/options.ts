import { type Command, InvalidArgumentError, Option } from 'commander'
import { defaultSettings, type Settings } from '../settings'
import { toProxies } from './proxies'

const levels: Settings['logLevel'][] = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

/** Where the data is: every command has these. */
export const dataOptions = (): Option[] => [
  named('--data-dir <folder>', 'folder of all data').default(defaultSettings.dataDir),
  named('--libsql-url <url>', 'libSQL server for control data (default: a file in the data folder)'),
  named('--log-level <level>', 'what is logged, as JSON lines on stderr')
    .choices(levels)
    .default(defaultSettings.logLevel),
]

export const eventStoreOptions = (): Option[] => [
  named('--clickhouse-url <url>', 'ClickHouse server (default: the embedded one)').argParser(toUrl),
  named('--spool-max-bytes <bytes>', 'events waiting on disk above which senders are told to come back')
    .default(defaultSettings.spoolMaxBytes)
    .argParser(toPositive),
]

export const serveOptions = (): Option[] => [
  named('--host <address>', 'address to listen on').default(defaultSettings.host),
  named('--port <number>', 'port to listen on; 0 takes a free one')
    .default(defaultSettings.port)
    .argParser(toPort),
  named('--public-url <url>', 'address under which others reach the collector').argParser(toUrl),
  named(
    '--trust-proxy [proxies]',
    'believe X-Forwarded-For and -Proto of so many proxies in front, or of those at these addresses',
  )
    .default(defaultSettings.trustProxy)
    .preset('1')
    .argParser(toProxies),
  named('--events-per-second <number>', 'limit of each project')
    .default(defaultSettings.eventsPerSecond)
    .argParser(toPositive),
  named('--events-per-second-per-ip <number>', 'limit of each address')
    .default(defaultSettings.eventsPerSecondPerIp)
    .argParser(toPositive),
]

/** Flags and the same names as environment variables: `--data-dir` is `HANDRAIL_DATA_DIR`. */
const named = (flags: string, description: string): Option => {
  const option = new Option(flags, description)
  return option.env(`HANDRAIL_${option.name().replaceAll('-', '_').toUpperCase()}`)
}

/** A variable that means nothing is a mistake that would otherwise be found when it is too late. */
export function assertKnownVariables(env: NodeJS.ProcessEnv): void {
  const known = new Set(
    [...dataOptions(), ...eventStoreOptions(), ...serveOptions()].map((option) => option.envVar),
  )
  for (const name of Object.keys(env))
    if (name.startsWith('HANDRAIL_') && !known.has(name))
      throw new Error(`${name}: unknown environment variable, expected one of ${[...known].join(', ')}`)
}

export function addOptions(command: Command, ...groups: Option[][]): Command {
  for (const option of groups.flat()) command.addOption(option)
  return command
}

/** The settings of a command; what it has no flag for has its default. */
export const toSettings = (command: Command): Settings => ({
  ...defaultSettings,
  ...command.opts<Partial<Settings>>(),
})

function toPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('expected a number from 0 to 65535')
}

function toPositive(text: string): number {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0) return number
  throw new InvalidArgumentError('expected a number above 0')
}

function toUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/$/, '')
  throw new InvalidArgumentError('expected an address such as https://collect.example.com')
}
