import type { Handrail } from '../handrail'

/**
 * Stands for the SDK until it is made: in a task of its own, so that evaluating a script costs next to nothing, or with
 * the first call. `replay` makes the calls that are older than the script: they come first, and with them the end of the
 * page has it made too. Where it is destroyed before, what is made does nothing.
 *
 * An arrow function, because inlined it stands in parentheses, and those have the browser compile it in the first pass.
 */
export const createLateHandrail = (make: (destroyed: boolean) => Handrail, replay?: () => void): Handrail => {
  let handrail: Handrail | undefined
  const timer = setTimeout(begin)
  // Captured: what starts here still hears, at its own listeners, that the page is left.
  if (replay) addEventListener('pagehide', begin, true)

  /** Where the page ends it is called with an event. */
  function begin(destroyed?: unknown): Handrail {
    if (handrail) return handrail
    clearTimeout(timer)
    removeEventListener('pagehide', begin, true)
    handrail = make(destroyed === true)
    replay?.()
    return handrail
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
    destroy: () => begin(true).destroy(),
  }
}
