import type { Handrail } from '../handrail'
import { listen } from '../platform/visibility'
import { createInertHandrail } from './inert'

/**
 * Stands for the SDK until it starts: in a task of its own, so that evaluating a script costs next to nothing, or with
 * the first call. `replay` makes the calls that are older; with any to make, the end of the page starts it too.
 */
export function createLateHandrail(start: () => Handrail, replay?: (started: Handrail) => void): Handrail {
  let started: Handrail | undefined
  const timer = setTimeout(begin)
  // Captured: what starts here still hears, at its own listeners, that the page is left.
  const stopListening = replay && listen(window, 'pagehide', begin, { capture: true })

  function begin(): Handrail {
    if (started) return started
    stop()
    started = start()
    replay?.(started)
    return started
  }
  function stop(): void {
    clearTimeout(timer)
    stopListening?.()
  }
  // Written out: made in a loop they would cost the page more than all the rest that happens before the start.
  return {
    identify: (...args) => begin().identify(...args),
    group: (...args) => begin().group(...args),
    track: (...args) => begin().track(...args),
    page: (...args) => begin().page(...args),
    start: (...args) => begin().start(...args),
    stop: (...args) => begin().stop(...args),
    on: (...args) => begin().on(...args),
    consent: (...args) => begin().consent(...args),
    explain: (...args) => begin().explain(...args),
    flush: () => begin().flush(),
    reset: () => begin().reset(),
    destroy() {
      stop()
      started ??= createInertHandrail()
      started.destroy()
    },
  }
}
