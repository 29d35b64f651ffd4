import type { Services } from '../services'
import { dayOf } from './days'

const HOUR_MS = 3_600_000

/** The engine may still be starting. Doubles while something stays wrong, up to the next hour. */
const RETRY_MS = 5_000

/** Runs `score` for every project at the start, and again when the day has changed in its time zone. */
export function createDaily(
  { control, now, log }: Pick<Services, 'control' | 'now' | 'log'>,
  score: (projectId: string) => Promise<void>,
): { start(): Promise<void>; stop(): void } {
  const scoredDay = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  /** Ticks in a row that left something undone. */
  let failures = 0

  /** False when a project could not be scored; the others are, whatever is wrong with that one. */
  async function scoreChanged(): Promise<boolean> {
    let complete = true
    for (const { id, timeZone } of await control.projects.list()) {
      const today = dayOf(now(), timeZone)
      if (stopped || scoredDay.get(id) === today) continue
      try {
        await score(id)
        scoredDay.set(id, today)
      } catch (error) {
        complete = false
        log.warn({ projectId: id, reason: String(error) }, 'scoring: the day was not scored; trying again')
      }
    }
    return complete
  }

  /** Midnight in any time zone falls on a quarter of an hour; the next full hour is soon enough. */
  async function tick(): Promise<void> {
    const complete = await scoreChanged().catch((error: unknown) => {
      log.warn({ reason: String(error) }, 'scoring: the projects were not read; trying again')
      return false
    })
    // A project is marked only when its day was scored, so that the next tick goes on where this one failed.
    failures = complete ? 0 : failures + 1
    const toHourMs = HOUR_MS - (now() % HOUR_MS)
    const delayMs = complete ? toHourMs : Math.min(toHourMs, RETRY_MS * 2 ** (failures - 1))
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
