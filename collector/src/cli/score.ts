import { Command } from 'commander'
import { readModel } from '../health/read-model'
import { readSignals } from '../health/read-signals'
import { score } from '../health/score'
import { DEFAULT_MODEL } from '../signals/default-model'
import { readJson } from './read-json'

export function scoreCommand(): Command {
  return new Command('score')
    .description('score signals by a model, without events: prints the full score as JSON')
    .argument('<signals.json>', 'signals of one account; - reads standard input')
    .option('--model <model.json>', 'changes to the default model')
    .action(async (file: string, { model }: { model?: string }) => {
      const chosen = model === undefined ? DEFAULT_MODEL : readModel(await readJson(model), DEFAULT_MODEL)
      process.stdout.write(`${JSON.stringify(score(readSignals(await readJson(file)), chosen), null, 2)}\n`)
    })
}
