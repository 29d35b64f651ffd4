import type { SeedProgress } from './seeding'

const WIDTH = 28

interface ProgressLine {
  show(progress: SeedProgress): void
  /** Leaves the last state standing. */
  end(): void
}

/** One line that is written over in a terminal; in a file, one line per stage. */
export function createProgressLine(output: NodeJS.WriteStream): ProgressLine {
  let stage = ''
  return {
    show(progress) {
      if (output.isTTY) output.write(`\r  ${textOf(progress)}`)
      else if (progress.stage !== stage) output.write(`  ${titles[progress.stage]}\n`)
      if (output.isTTY && stage !== '' && stage !== progress.stage) output.write('')
      stage = progress.stage
    },
    end() {
      if (stage !== '' && output.isTTY) output.write('\n')
    },
  }
}

const titles = { events: 'Making 60 days of history', scores: 'Scoring every day of it' }

function textOf({ stage, share, events }: SeedProgress): string {
  const filled = Math.round(share * WIDTH)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
  const percent = `${Math.round(share * 100)} %`.padStart(5)
  return `${titles[stage].padEnd(26)} ${bar} ${percent}  ${events.toLocaleString('en')} events`
}
