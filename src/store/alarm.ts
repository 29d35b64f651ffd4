import type { Stage } from './stage'

export interface Alarm {
  /** Rings at the first of these times, if any, and no more at those it was set to before. In ms since the epoch. */
  set(times: readonly number[], now: number): void
  stop(): void
}

/** One timer for all that time alone brings; it may ring before, when the time is weeks away. */
export function createAlarm(later: Stage['later'], ring: () => void): Alarm {
  let stop = (): void => {}
  return {
    set(times, now) {
      stop()
      const soonest = Math.min(...times)
      if (soonest < Infinity) stop = later(soonest - now, ring)
    },
    stop: () => stop(),
  }
}
