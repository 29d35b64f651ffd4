import { type Click, readClick } from '../platform/click'
import { listen } from '../platform/visibility'

const MAX_CLICKS = 50

/** Remembers clicks until they are taken, and none from then on. */
export function keepClicks(now: () => number): () => Click[] {
  const clicks: Click[] = []
  const heard = (event: Event): void => {
    if (clicks.length < MAX_CLICKS) clicks.push(readClick(event, now()))
  }
  const stop = listen(window, 'click', heard, { capture: true })
  return () => {
    stop()
    return clicks.splice(0)
  }
}
