import type { Services } from '../services'
import { dayOf } from './days'

const HOUR_MS = 3_600_000

/** Runs `score` for every project at the start, and again when the day has changed in its time zone. */
export function createDaily(
  { control, now, log }: Pick<Services, 'control' | 'now' | 'log'>,
  score: (projectId: string) => Promise<void>,
): { start(): Promise<void>; stop(): void } {
  const scoredDay = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined

  async function scoreChanged(): Promise<void> {
    for (const { id, timeZone } of await control.projects.list()) {
      const today = dayOf(now(), timeZone)
      if (scoredDay.get(id) === today) continue
      await score(id)
      scoredDay.set(id, today)
    }
  }

  /** Midnight in any time zone falls on a quarter of an hour; the next full hour is soon enough. */
  function schedule(): void {
    timer = setTimeout(() => void tick(), HOUR_MS - (now() % HOUR_MS))
    timer.unref()
  }

  async function tick(): Promise<void> {
    // What failed is tried again at the next hour: its day is not marked as scored.
    await scoreChanged().catch((error: unknown) =>
      log.error({ reason: String(error) }, 'scoring: the day was not scored'),
    )
    schedule()
  }

  return { start: tick, stop: () => clearTimeout(timer) }
}
