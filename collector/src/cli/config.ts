import { Command } from 'commander'
import { addOptions, dataOptions, toSettings } from './options'
import { readJson } from './read-json'
import { findProject, withControl } from './with-control'

export function configCommand(): Command {
  return new Command('config').description('published configs').addCommand(publish())
}

function publish(): Command {
  const command = new Command('publish')
    .description('check a config, store it as a version and make it live')
    .argument('<file>', 'the JSON document')
    .option('--project <id or name>', 'needed when there are several')
  return addOptions(command, dataOptions()).action(
    async (file: string, options: { project?: string }, self: Command) => {
      const document = await readJson(file)
      const { hash, problems } = await withControl(toSettings(self), async (control) =>
        control.configs.publish((await findProject(control, options.project)).id, document),
      )
      for (const problem of problems)
        process.stderr.write(`${problem.level} ${problem.code}  ${problem.message}\n`)
      if (hash === null) throw new Error(`${file}: not published; what is wrong stands above`)
      process.stdout.write(`Published ${hash}\n`)
    },
  )
}
