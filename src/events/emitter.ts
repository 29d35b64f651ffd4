import { onceActivated } from '../platform/environment'
import { createListeners, reasonOf } from '../platform/listeners'
import type { Report } from '../platform/report'
import type { WireEvent } from '../schema'
import { createEncode, isTooLarge, type Message } from './encode'
import type { Envelope, Fields, Moment, Origin } from './envelope'
import type { Privacy } from './privacy'
import type { Queue } from './queue'
import { sanitize } from './sanitize'

export type BeforeSend = (event: WireEvent) => WireEvent | null
/** `sent` is false where the user has not allowed analytics: the event stays in this browser. */
export type EventListener = (event: WireEvent, sent: boolean) => void

export interface EmitterOptions {
  envelope: Envelope
  queue: Queue
  privacy: Privacy
  /** Sees every event first; what it returns goes on, `null` drops it. */
  beforeSend?: BeforeSend | undefined
  report: Report
}

export interface Emitter {
  /** Makes an event; it is filtered, queued and told in a microtask. `product`: tracked by the host. */
  emit(fields: Fields, product: boolean, origin?: Origin | Moment): void
  /** Does so now, also with what listeners make of what they hear; on a prerendered page when its user comes. */
  drain(): void
  /** Hears of every event: after the host's task, or within the call that must have all handed on. The event is everybody's: read it. */
  onEvent(listener: EventListener): () => void
  /** Nobody hears of any from now on. */
  mute(): void
}

/** What listeners make of events is handed on in the same task so often: uses of features, and guides that end with them. */
const MAX_ROUNDS = 2

export function createEmitter({ envelope, queue, privacy, beforeSend, report }: EmitterOptions): Emitter {
  const listeners = createListeners<Parameters<EventListener>>('event', report)
  const encode = createEncode()
  let made: Message[] = []
  let rounds = 0

  /** The host's own filter. One that fails lets nothing through: it may be there to hide something. */
  function filter(message: Message, beforeSend: BeforeSend): Message | undefined {
    const { messageId, timestamp, type } = message.event
    try {
      const result = beforeSend({ ...message.event, context: { ...message.context } })
      if (!result) return undefined
      const { context, ...event } = sanitize(result)
      return { ...message, event: { ...event, messageId, timestamp, type }, context: sanitize(context) }
    } catch (error) {
      report(`\`beforeSend\` threw ${reasonOf(error)}`)
      return undefined
    }
  }
  function enqueue(messages: readonly Message[]): void {
    const entries = messages.map(encode)
    const fitting = entries.filter((entry) => !isTooLarge(entry))
    if (fitting.length < entries.length) {
      report('An event is larger than 32 KB and was dropped: send less in its properties')
      queue.countDropped(entries.length - fitting.length)
    }
    queue.add(fitting)
  }
  function handOn(): void {
    const all = made
    made = []
    rounds++
    envelope.refresh()
    const messages = beforeSend ? all.flatMap((message) => filter(message, beforeSend) ?? []) : all
    const sent = privacy.allows('analytics')
    if (sent) enqueue(messages)
    for (const { event, context } of messages) listeners.emit({ ...event, context }, sent)
    if (made.length === 0) rounds = 0
  }
  /** A page that is prerendered may never be seen. */
  const round = (): void => void onceActivated(handOn)
  /** A listener that answers each event with another one must not keep the page from living on. */
  const schedule = (): void => void (rounds > MAX_ROUNDS ? setTimeout(round) : queueMicrotask(round))

  return {
    emit(fields, product, origin) {
      const context = envelope.context(origin)
      if (made.push({ event: envelope.stamp(fields, origin), context, product }) === 1) schedule()
    },
    drain() {
      round()
      round()
    },
    onEvent: listeners.on,
    mute: listeners.clear,
  }
}
