import type { WireEvent } from 'handrail/schema'
import type { SpoolRecord } from '../services'
import { type Json, toObject } from './json'

/** One message as it stands in the spool, with what its request says about it. */
export interface Message {
  projectId: string
  messageId: string
  /** Unix milliseconds: when it happened, by the clock of the collector. */
  ts: number
  receivedAt: number
  event: WireEvent
  /** The batch's context under the message's own. */
  context: Json
}

/** A clock this far off is wrong; below it the difference is the time on the way. */
const skewMs = 5 * 60_000
/** Older times come from clocks that lost their battery. */
const oldestMs = Date.UTC(2000, 0, 1)

const decoder = new TextDecoder()

/**
 * The messages of a record, those that were refused left out. A message without an id gets one from its place in the spool,
 * so that it is the same each time the record is loaded.
 */
export function readMessages(record: SpoolRecord, place: string): Message[] {
  const body: Body = JSON.parse(decoder.decode(record.body)) // checked before it was spooled
  const items = body.batch ?? [body]
  const refused = new Set(record.refused)
  const common = { ...record, sentAt: toMs(body.sentAt), context: toObject(body.context) }
  return items.flatMap((item, i) => (refused.has(i) ? [] : [toMessage(item, common, `${place}.${i}`)]))
}

/** A batch, or one message by itself. */
type Body = WireEvent & { batch?: WireEvent[] }

/** What all messages of a request have in common. */
export interface Common {
  projectId: string
  receivedAt: number
  /** Unix milliseconds by the clock of the sender; NaN when it does not say. */
  sentAt: number
  context: Json
}

/** One message with the time corrected and the batch's context merged in; `id` for one that brought none. */
export function toMessage(event: WireEvent, common: Common, id: string): Message {
  const { projectId, receivedAt } = common
  const sentAt = event.sentAt && Number.isNaN(common.sentAt) ? toMs(event.sentAt) : common.sentAt
  return {
    projectId,
    messageId: event.messageId ?? id,
    ts: correctTime(toMs(event.timestamp ?? event.originalTimestamp), sentAt, receivedAt),
    receivedAt,
    event,
    context: event.context ? { ...common.context, ...event.context } : common.context,
  }
}

/**
 * When it happened by our clock: `receivedAt − (sentAt − timestamp)`, only for a sender whose clock is off by more than five
 * minutes, so that the time on the way never reorders what one user did.
 */
export function correctTime(timestamp: number, sentAt: number, receivedAt: number): number {
  if (Number.isNaN(timestamp)) return receivedAt
  const skewed = Math.abs(receivedAt - sentAt) > skewMs // NaN when there is no sentAt: not skewed
  const corrected = skewed ? receivedAt - (sentAt - timestamp) : timestamp
  return corrected < oldestMs || corrected > receivedAt + skewMs ? receivedAt : corrected
}

const toMs = (time: unknown): number => (typeof time === 'string' ? Date.parse(time) : Number.NaN)
