import type { Handrail } from '../handrail'

/** What `createHandrail` returns where there is no page: every call is allowed and does nothing. */
export function createInertHandrail(): Handrail {
  const nothing = (): void => {}
  return {
    identify: nothing,
    group: nothing,
    track: nothing,
    page: nothing,
    start: async () => 'target',
    stop: nothing,
    on: () => nothing,
    consent: nothing,
    explain: async () => [],
    flush: async () => {},
    reset: nothing,
    destroy: nothing,
  }
}
