import type { Services } from '../services'
import { dayOf } from './days'

const HOUR_MS = 3_600_000

/** The engine may still be starting. */
const RETRY_MS = 5_000

/** Runs `score` for every project at the start, and again when the day has changed in its time zone. */
export function createDaily(
  { control, now, log }: Pick<Services, 'control' | 'now' | 'log'>,
  score: (projectId: string) => Promise<void>,
): { start(): Promise<void>; stop(): void } {
  const scoredDay = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function scoreChanged(): Promise<void> {
    for (const { id, timeZone } of await control.projects.list()) {
      const today = dayOf(now(), timeZone)
      if (scoredDay.get(id) === today) continue
      await score(id)
      scoredDay.set(id, today)
    }
  }

  /** Midnight in any time zone falls on a quarter of an hour; the next full hour is soon enough. */
  async function tick(): Promise<void> {
    let delayMs = HOUR_MS - (now() % HOUR_MS)
    try {
      await scoreChanged()
    } catch (error) {
      // A project is marked only when its day was scored, so that the next tick goes on where this one failed.
      log.warn({ reason: String(error) }, 'scoring: the day was not scored; trying again')
      delayMs = RETRY_MS
    }
    if (stopped) return
    timer = setTimeout(() => void tick(), delayMs)
    timer.unref()
  }

  return {
    start: tick,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
