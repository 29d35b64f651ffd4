import type { HandrailEvents } from '../handrail'
import type { Report } from '../platform/report'

type Name = keyof HandrailEvents
type Subscribe<N extends Name> = (listener: (event: HandrailEvents[N]) => void) => () => void

/**
 * The host's `on`. What nobody listens to costs nothing: sources are only asked when the host does. Each listener has a copy of
 * its own: what it changes before it forwards it changes nothing for another one, or for guides.
 */
export const createOn =
  (sources: { readonly [N in Name]: Subscribe<N> }, report: Report) =>
  <N extends Name>(name: N, listener: (event: HandrailEvents[N]) => void): (() => void) => {
    if (Object.hasOwn(sources, name)) return sources[name]((event) => listener(structuredClone(event)))
    report(`on("${name}"): expected "event" or "guide"`)
    return () => {}
  }
