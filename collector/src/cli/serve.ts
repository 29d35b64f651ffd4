import { resolve } from 'node:path'
import { Command } from 'commander'
import { destination, pino } from 'pino'
import { embedSnippet } from '../dashboard/server/snippet'
import { type Collector, startCollector } from '../server'
import type { Settings } from '../settings'
import { type FirstStart, prepareFirstStart } from './first-start'
import { addOptions, dataOptions, eventStoreOptions, serveOptions, toSettings } from './options'

export function serveCommand(): Command {
  const command = new Command('serve').description(
    'take in events, score accounts, serve the dashboard (default)',
  )
  // As the default command it is given whatever word names no other one; flags may stand before its own name.
  return addOptions(command, serveOptions(), dataOptions(), eventStoreOptions())
    .allowExcessArguments()
    .action(async (_options, self) => {
      const [word] = self.args[0] === 'serve' ? self.args.slice(1) : self.args
      if (word !== undefined) throw unknownCommand(word, self.parent)
      await serve(toSettings(self))
    })
}

function unknownCommand(word: string, program: Command | null): Error {
  const names = program?.commands.map((command) => command.name()) ?? []
  return new Error(`command: found ${word}, expected one of ${names.join(', ')}`)
}

async function serve(settings: Settings): Promise<void> {
  // People read stdout; logs go to stderr, so that both can be told apart and piped.
  const log = pino({ level: settings.logLevel }, destination(2))
  process.stdout.on('error', () => {}) // who read it is gone (`| head`), which ends nothing here
  const collector = await startCollector(settings, log)
  endOnSignals(collector)
  process.stdout.write(welcome(collector, settings, await prepareFirstStart(collector.services.control)))
}

/** The first signal ends in order, the second at once. */
function endOnSignals(collector: Collector): void {
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) process.exit(1)
    ending = true
    process.stdout.write('Stopping: loading what is left in the spool …\n')
    await collector.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}

function welcome({ origin }: Collector, settings: Settings, { login, writeKey }: FirstStart): string {
  const address = settings.publicUrl ?? origin
  const signIn = login
    ? `\nSign in       ${login.email}  password ${login.password}  (shown once; change it with \`person password\`)`
    : ''
  return `
Handrail collector
Dashboard     ${address}/${signIn}
Write key     ${writeKey}
Data          ${resolve(settings.dataDir)}

Paste this into every page of your product:

${embedSnippet(address, writeKey)}

Listening on ${origin} — Ctrl-C stops it.
`
}
