import { styleText } from 'node:util'
import { createProgressLine } from './progress-line'
import { type Demo, startDemo } from './start-demo'

/** The whole of `npm run demo` after the build: starts, says what there is to see, ends on Ctrl-C with exit code 0. */
export async function runDemo(): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const line = createProgressLine(process.stdout)
  try {
    const demo = await startDemo({ signal: stop.signal, onProgress: line.show })
    line.end()
    console.log(introduction(demo))
    await aborted(stop.signal)
    await demo.close()
  } catch (error) {
    line.end()
    if (!stop.signal.aborted) throw error
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

const bold = (text: string) => styleText('bold', text)
const dim = (text: string) => styleText('dim', text)

function introduction({ origin, collector, login }: Demo): string {
  return `
  ${bold('Tandem')}      ${origin}
              ${dim('a small product with Handrail in it')}
  ${bold('Gallery')}     ${origin}/gallery
              ${dim('every guide in every state, in five languages, light and dark')}
  ${bold('Dashboard')}   ${collector.origin}
              ${dim('email')} ${login.email}   ${dim('password')} ${login.password}

  What to try
    1. In Tandem, start a free trial. Follow the welcome tour, and open the checklist in the corner.
    2. Open Reports, and answer the survey that comes after a few seconds.
    3. On the dashboard, find the account: its tour, its checklist, its answer.
    4. Sign in to Tandem as the admin of the trial that never got going, do the same, and see the score move.
    5. ${origin}/?lang=fa shows both in Persian, from right to left.

  ${dim('Ctrl-C ends both. The data is kept in .demo-data.')}
`
}
