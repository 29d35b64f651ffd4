import { Command } from 'commander'
import { configCommand } from './cli/config'
import { importCommand } from './cli/import'
import { assertKnownVariables } from './cli/options'
import { personCommand } from './cli/person'
import { projectCommand } from './cli/project'
import { recomputeCommand } from './cli/recompute'
import { scoreCommand } from './cli/score'
import { serveCommand } from './cli/serve'

const program = new Command('handrail-collector')
  .description('Takes in events, scores account health, serves the dashboard.')
  .version(__VERSION__)
  .addCommand(serveCommand(), { isDefault: true })
  .addCommand(projectCommand())
  .addCommand(personCommand())
  .addCommand(configCommand())
  .addCommand(importCommand())
  .addCommand(scoreCommand())
  .addCommand(recomputeCommand())

try {
  assertKnownVariables(process.env)
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`handrail-collector: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
