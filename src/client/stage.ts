import type { TriggerInput } from '../core/triggers'
import { isDialogOpen, isInDialog } from '../platform/dialog'
import type { Place } from '../platform/place'
import type { Reporter } from '../platform/report'
import { isVisible } from '../platform/visibility'
import type { Action } from '../schema'
import type { Stage } from '../store/stage'
import { createSurfaceLoader } from './surfaces'

export interface StageOptions {
  track(event: string, properties: Record<string, unknown>): void
  act(action: Exclude<Action, string>): void
  isTyping(): boolean
  /** Language of the interface, a BCP 47 tag. */
  locale: string
  report: Reporter
}

/** A longer timer would fire at once: https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const MAX_TIMER_MS = 2 ** 31 - 1

type Waiting = typeof import('../platform/waiting')

/** The page as the director sees it. What waits for moments and obstacles is loaded when a guide first does. */
export function createStage(options: StageOptions & { place: Place }): Stage {
  const { track, act, isTyping, locale, place, report } = options
  let waiting: Waiting | undefined

  function whenLoaded(run: (loaded: Waiting) => (() => void) | undefined): () => void {
    let stop: (() => void) | undefined
    let over = false
    import('../platform/waiting').then(
      (loaded) => {
        waiting = loaded
        if (!over) stop = run(loaded)
      },
      (error: Error) => report.error(`guides that wait cannot be shown: ${error.message}`),
    )
    return () => {
      over = true
      stop?.()
    }
  }

  return {
    track,
    act,
    report,
    load: createSurfaceLoader(locale, report.warn),
    isTyping,
    isDialogOpen,
    isInDialog,
    isHidden: () => !isVisible(),
    onMoment: (moments, happened) =>
      whenLoaded(({ onMoments }) =>
        // The names of moments are those of trigger inputs, which carry nothing else.
        onMoments(moments, (type) => happened({ type } as TriggerInput)),
      ),
    onceClear(obstacles, run) {
      if (waiting) return waiting.onceClear(obstacles, run)
      // What stood in the way may have gone while the chunk was loading: it is looked at again.
      return whenLoaded(() => {
        run()
        return undefined
      })
    },
    later(delayMs, run) {
      let timer: ReturnType<typeof setTimeout>
      const wait = (leftMs: number): void => {
        timer = setTimeout(
          () => (leftMs > MAX_TIMER_MS ? wait(leftMs - MAX_TIMER_MS) : run()),
          Math.min(leftMs, MAX_TIMER_MS),
        )
      }
      wait(delayMs)
      return () => clearTimeout(timer)
    },
    ...place,
  }
}
