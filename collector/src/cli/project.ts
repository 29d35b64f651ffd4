import { Command } from 'commander'
import { addOptions, dataOptions, toSettings } from './options'
import { withControl } from './with-control'

export function projectCommand(): Command {
  return new Command('project').description('projects and their keys').addCommand(create()).addCommand(list())
}

interface CreateOptions {
  name: string
  timeZone: string
  origin: string[]
  json: boolean
}

function create(): Command {
  const command = new Command('create')
    .description('make a project; its API token and identity secret are shown once')
    .requiredOption('--name <name>', 'what people call it')
    .option('--time-zone <name>', 'IANA name of the zone in which days are cut', 'UTC')
    .option('--origin <origin...>', 'origins whose pages may send (default: all)', [])
    .option('--json', 'print one JSON object', false)
  return addOptions(command, dataOptions()).action(async (options: CreateOptions, self: Command) => {
    const { name, timeZone, origin: allowedOrigins } = options
    const made = await withControl(toSettings(self), ({ projects }) =>
      projects.create({ name, timeZone, allowedOrigins }),
    )
    print(options.json, made)
  })
}

function list(): Command {
  const command = new Command('list')
    .description('projects with their write keys')
    .option('--json', 'print JSON', false)
  return addOptions(command, dataOptions()).action(async (options: { json: boolean }, self: Command) => {
    const rows = await withControl(toSettings(self), async ({ projects, keys }) =>
      Promise.all(
        (await projects.list()).map(async ({ id, name }) => ({
          id,
          name,
          writeKeys: await keys.writeKeys(id),
        })),
      ),
    )
    if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
    else for (const row of rows) process.stdout.write(`${row.name}  ${row.id}  ${row.writeKeys.join(' ')}\n`)
  })
}

function print(json: boolean, values: object): void {
  const lines = Object.entries(values).map(([key, value]) => `${key.padEnd(16)}${value}\n`)
  process.stdout.write(json ? `${JSON.stringify(values)}\n` : lines.join(''))
}
