import type { ExplainedVerdict } from '../core/explain'
import type { Gate } from '../core/gates'
import type { Who } from '../events/identity'
import type { WireEvent } from '../schema'
import type { Guides } from './guides'

const MAX_EARLY_EVENTS = 1000

export interface LazyGuides {
  hear(event: WireEvent): void
  start(id: string): Promise<'shown' | Gate>
  stop(id: string): void
  explain(id: string): Promise<ExplainedVerdict[]>
  follow(who: Who, before: Who): void
  touch(change: string): void
  flush(): void
  reclaim(): void
  /** They have come; `undefined` when there is nothing to show. */
  arrive(guides: Guides | undefined): void
  destroy(): void
}

/** Stands for the guides until their chunk has come: keeps the events of that time, and answers calls afterwards. */
export function createLazyGuides(): LazyGuides {
  let guides: Guides | undefined
  let early: WireEvent[] | undefined = []
  let resolve = (_: Guides | undefined): void => {}
  const arrival = new Promise<Guides | undefined>((done) => {
    resolve = done
  })
  return {
    hear(event) {
      if (guides) guides.hear(event)
      else if (early && early.length < MAX_EARLY_EVENTS) early.push(event)
    },
    start: async (id) => (await arrival)?.start(id) ?? 'valid',
    explain: async (id) => (await arrival)?.explain(id) ?? [],
    stop: (id) => guides?.stop(id),
    follow: (who, before) => guides?.follow(who, before),
    touch: (change) => guides?.touch(change),
    flush: () => guides?.flush(),
    reclaim: () => guides?.reclaim(),
    arrive(arrived) {
      guides = arrived
      for (const event of early ?? []) guides?.hear(event)
      early = undefined
      resolve(arrived)
    },
    destroy() {
      guides?.destroy()
      guides = undefined
      early = undefined
      resolve(undefined)
    },
  }
}
