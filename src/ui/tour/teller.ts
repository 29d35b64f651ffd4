import { afterPaint } from '../../platform/after-paint'

type Track = (event: string, properties: Record<string, unknown>) => void

/** Sends the events of a tour when the step they are about is on the screen: telling must not delay showing. */
export interface Teller {
  tell: Track
  /** Sends what waits now: what comes next must not overtake it. */
  flush(): void
}

export function createTeller(track: Track): Teller {
  const waiting: Parameters<Track>[] = []
  let cancel = () => {}
  const flush = () => {
    cancel()
    for (const told of waiting.splice(0)) track(...told)
  }
  return {
    tell(...told) {
      if (waiting.push(told) === 1) cancel = afterPaint(flush)
    },
    flush,
  }
}
