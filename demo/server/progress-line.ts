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
      const begins = progress.stage !== stage
      if (output.isTTY) output.write(`${begins && stage !== '' ? '\n' : '\r'}  ${textOf(progress)}`)
      else if (begins) output.write(`  ${titles[progress.stage]}\n`)
      stage = progress.stage
    },
    end() {
      if (stage !== '' && output.isTTY) output.write('\n')
    },
  }
}

const titles = { events: 'Making the history', scores: 'Scoring the accounts' }

function textOf({ stage, share, events }: SeedProgress): string {
  const filled = Math.round(share * WIDTH)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
  const percent = `${Math.round(share * 100)} %`.padStart(5)
  return `${titles[stage].padEnd(26)} ${bar} ${percent}  ${events.toLocaleString('en')} events`
}
