import type { Report } from '../platform/report'
import type { WireEvent } from '../schema'
import { createEncode, isTooLarge } from './encode'
import type { Envelope, Origin } from './envelope'
import type { Privacy } from './privacy'
import type { Queue } from './queue'
import { sanitize } from './sanitize'

/** `sent` is false where the user has not allowed analytics: the event stays in this browser. */
export type EventListener = (event: WireEvent, sent: boolean) => void

export interface EmitterOptions {
  envelope: Envelope
  queue: Queue
  privacy: Privacy
  /** Sees every event first; what it returns goes on, `null` drops it. */
  beforeSend?: ((event: WireEvent) => WireEvent | null) | undefined
  report: Report
}

export interface Emitter {
  /** Makes an event and hands it to the queue and the listeners. `product`: tracked by the host. */
  emit(fields: Partial<WireEvent> & Pick<WireEvent, 'type'>, product: boolean, origin?: Origin): void
  /** Hears of every event as it is made. Returns the cleanup. */
  onEvent(listener: EventListener): () => void
}

export function createEmitter({ envelope, queue, privacy, beforeSend, report }: EmitterOptions): Emitter {
  const listeners = new Set<EventListener>()
  const encode = createEncode(envelope.isShared)

  function attempt<Result>(whose: string, run: () => Result): Result | undefined {
    try {
      return run()
    } catch (error) {
      report(`${whose} threw ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
  /** The host's own filter. One that fails lets nothing through: it may be there to hide something. */
  function filter(event: WireEvent): WireEvent | undefined {
    if (!beforeSend) return event
    const { messageId, timestamp, type } = event
    const result = attempt('`beforeSend`', () => beforeSend({ ...event, context: { ...event.context } }))
    return result ? { ...sanitize(result), messageId, timestamp, type } : undefined
  }
  function enqueue(event: WireEvent, product: boolean): void {
    const entry = encode(event, product)
    if (isTooLarge(entry)) {
      report(`Event "${event.event ?? event.type}" is larger than 32 KB and was dropped: send less in it`)
      queue.countDropped(1)
    } else queue.add(entry)
  }

  return {
    emit(fields, product, origin) {
      const event = filter(envelope.wrap(fields, origin))
      if (!event) return
      const sent = privacy.allows('analytics')
      if (sent) enqueue(event, product)
      for (const listener of listeners) attempt('A listener of events', () => listener(event, sent))
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
