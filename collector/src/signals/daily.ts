import type { Services } from '../services'
import { dayOf } from './days'

const HOUR_MS = 3_600_000

/** The engine may still be starting. Doubles while something stays wrong, up to the next hour. */
const RETRY_MS = 5_000

/** Stands for the list of the projects among what failed: no project has this id. */
const LIST = ''

/** Runs `score` for every project at the start, and again when the day has changed in its time zone. */
export function createDaily(
  { control, now, log }: Pick<Services, 'control' | 'now' | 'log'>,
  score: (projectId: string) => Promise<void>,
): { start(): Promise<void>; stop(): void } {
  const scoredDay = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  /** By project: tries in a row that failed, up to the last tick. One that stays broken slows no other down. */
  let failures = new Map<string, number>()

  /** A project that cannot be scored is told to `failed`; the others are scored, whatever is wrong with that one. */
  async function scoreChanged(failed: (project: string) => void): Promise<void> {
    for (const { id, timeZone } of await control.projects.list()) {
      const today = dayOf(now(), timeZone)
      if (stopped || scoredDay.get(id) === today) continue
      try {
        await score(id)
        scoredDay.set(id, today)
      } catch (error) {
        failed(id)
        log.warn({ projectId: id, reason: String(error) }, 'scoring: the day was not scored; trying again')
      }
    }
  }

  /** Midnight in any time zone falls on a quarter of an hour; the next full hour is soon enough. */
  async function tick(): Promise<void> {
    const before = failures
    failures = new Map()
    const failed = (what: string) => failures.set(what, (before.get(what) ?? 0) + 1)
    await scoreChanged(failed).catch((error: unknown) => {
      failed(LIST)
      log.warn({ reason: String(error) }, 'scoring: the projects were not read; trying again')
    })
    // A project is marked only when its day was scored, so that the next tick goes on where this one failed.
    const fewest = Math.min(...failures.values()) // Infinity without any
    const toHourMs = HOUR_MS - (now() % HOUR_MS)
    const delayMs = Math.min(toHourMs, RETRY_MS * 2 ** (fewest - 1))
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
