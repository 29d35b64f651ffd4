import type { Tracker } from '../events/track'
import type { Handrail } from '../handrail'
import type { EarlyEvent, Guides } from './guides'

const MAX_EARLY_EVENTS = 1000

export interface LazyGuides extends Pick<Handrail, 'start' | 'stop' | 'explain' | 'destroy'> {
  /** Their chunk has come, and makes them of the events so far; `undefined` when there is nothing to show. */
  arrive(create: ((early: readonly EarlyEvent[]) => Guides) | undefined): void
}

/** Stands for the guides until their chunk has come: keeps the events of that time, and answers calls afterwards. */
export function createLazyGuides({ onEvent, identity }: Pick<Tracker, 'onEvent' | 'identity'>): LazyGuides {
  const early: EarlyEvent[] = []
  let guides: Guides | undefined
  let resolve = (_: Guides | undefined): void => {}
  const arrival = new Promise<Guides | undefined>((done) => {
    resolve = done
  })
  const stopHearing = onEvent((event) => {
    if (early.length < MAX_EARLY_EVENTS) early.push({ event, by: identity.who().anonymousId })
  })
  return {
    start: async (id) => (await arrival)?.start(id) ?? 'valid',
    explain: async (id) => (await arrival)?.explain(id) ?? [],
    stop: (id) => guides?.stop(id),
    arrive(create) {
      stopHearing()
      guides = create?.(early)
      resolve(guides)
    },
    destroy() {
      stopHearing()
      guides?.destroy()
      resolve(undefined)
    },
  }
}
