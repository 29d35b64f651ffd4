import { Command, InvalidArgumentError } from 'commander'
import { dayOf, isCalendarDay } from '../signals/days'
import { addOptions, dataOptions, eventStoreOptions, toSettings } from './options'
import { whenReady } from './when-ready'
import { findProject, withServices } from './with-control'

interface Options {
  project?: string
  asOf?: string
  from?: string
}

export function recomputeCommand(): Command {
  const command = new Command('recompute')
    .description('score every account again, from events as of each day. The collector must not be running.')
    .option('--project <id or name>', 'needed when there are several')
    .option('--as-of <day>', 'last day to score (default: today in the time zone of the project)', toDay)
    .option('--from <day>', 'first day to score (default: the last alone)', toDay)
  return addOptions(command, dataOptions(), eventStoreOptions()).action(
    async (options: Options, self: Command) =>
      withServices(toSettings(self), async ({ control, scoring, now }) => {
        const project = await findProject(control, options.project)
        const today = dayOf(now(), project.timeZone)
        const to = options.asOf ?? today
        const from = options.from ?? to
        if (to > today) throw new Error(`--as-of: found ${to}, expected a day not after ${today}`)
        if (from > to) throw new Error(`--from: found ${from}, expected a day not after ${to}`)
        const onDay = (day: string) => void (process.stdout.isTTY && process.stdout.write(`\r${day}`))
        const scores = await whenReady(() => scoring.recompute({ projectId: project.id, from, to, onDay }))
        process.stdout.write(`\r${scores} scores from ${from} to ${to}\n`)
      }),
  )
}

function toDay(text: string): string {
  if (isCalendarDay(text)) return text
  throw new InvalidArgumentError('expected a day such as 2026-11-30')
}
