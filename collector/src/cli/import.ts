import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import type { WireEvent } from 'handrail/schema'
import { readAddresses } from '../address'
import { FolderInUse } from '../data-lock'
import type { Settings } from '../settings'
import { accountMessages } from './import-accounts'
import { type ImportProgress, importEvents } from './import-events'
import { addOptions, dataOptions, eventStoreOptions, toSettings } from './options'
import { readText } from './read-text'
import { sendMessages } from './send-messages'
import { findProject, withControl, withServices } from './with-control'

export function importCommand(): Command {
  return new Command('import')
    .description('history from elsewhere')
    .addCommand(events())
    .addCommand(accounts())
}

function events(): Command {
  const command = new Command('events')
    .description(
      'Segment-spec messages, one JSON object a line; may be run again. The collector must not be running.',
    )
    .argument('<file>', 'NDJSON')
    .option('--project <id or name>', 'needed when there are several')
  return addOptions(command, dataOptions(), eventStoreOptions()).action(
    async (file: string, options: { project?: string }, self: Command) => {
      const progress = await withServices(toSettings(self), async (services) => {
        const project = await findProject(services.control, options.project)
        return importEvents(services, project.id, readLines(file), showProgress)
      })
      process.stdout.write(`\r${progress.imported} imported, ${progress.rejected} refused\n`)
      for (const { line, reason } of progress.reasons) process.stderr.write(`${file}:${line}: ${reason}\n`)
      if (progress.rejected > 0) process.exitCode = 1
    },
  )
}

function accounts(): Command {
  const command = new Command('accounts')
    .description('traits of accounts, with a column named id; works while the collector runs')
    .argument('<file>', 'CSV, the first line naming the traits')
    .option('--project <id or name>', 'needed when there are several')
  return addOptions(command, dataOptions(), eventStoreOptions()).action(
    async (file: string, options: { project?: string }, self: Command) => {
      const messages = accountMessages(await readText(file), Date.now())
      const { imported, reasons, rejected } = await takeIn(toSettings(self), options.project, messages)
      process.stdout.write(`${imported} accounts imported\n`)
      // The first line names the traits.
      for (const { line, reason } of reasons) process.stderr.write(`${file}:${line + 1}: ${reason}\n`)
      if (rejected > 0) process.exitCode = 1
    },
  )
}

/** Into the event store; beside a collector that runs, through it. */
async function takeIn(
  settings: Settings,
  wanted: string | undefined,
  messages: readonly WireEvent[],
): Promise<ImportProgress> {
  try {
    return await withServices(settings, async (services) =>
      importEvents(services, (await findProject(services.control, wanted)).id, messages),
    )
  } catch (error) {
    const origins = error instanceof FolderInUse ? await readAddresses(settings.dataDir) : []
    if (origins.length === 0) throw error
    return withControl(settings, async (control) => {
      const { id } = await findProject(control, wanted)
      const [writeKey = ''] = await control.keys.writeKeys(id) // a project is made with one
      return sendMessages(origins, writeKey, messages)
    })
  }
}

/** A line that is no JSON is passed on as it is, to be refused with its number. */
async function* readLines(file: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    try {
      yield JSON.parse(line)
    } catch {
      yield line
    }
  }
}

const showProgress = ({ imported }: ImportProgress): void =>
  void (process.stdout.isTTY && process.stdout.write(`\r${imported} imported`))
