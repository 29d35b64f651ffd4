import { isTooDeep, type Json, toObject } from '../../event-store/json'
import type { Arrival, LiveEvent, SpoolRecord } from '../../services'
import { nameOf, type Verdicts } from './verdicts'

/** What the live view is told of a request; the last ones are enough, more could not be read. */
const maxPerRequest = 50

/** A request for the live view. Only its bytes are held, because hardly any request is ever looked at. */
export function arrivalOf(record: SpoolRecord, events: number, results: Verdicts['results']): Arrival {
  return {
    events: Math.min(events, maxPerRequest),
    bytes: record.body.length,
    read: () => readEvents(record, results),
  }
}

function readEvents({ body, receivedAt }: SpoolRecord, results: Verdicts['results']): LiveEvent[] {
  const request: Json = JSON.parse(new TextDecoder().decode(body)) // parsed before, when it was taken in
  const messages = Array.isArray(request.batch) ? request.batch : [request]
  const first = Math.max(0, messages.length - maxPerRequest)
  return messages.slice(first).map((message, i) => {
    const name = nameOf(message, first + i)
    const verdict = Object.hasOwn(results, name) ? results[name] : undefined // an id may be `__proto__`
    const rejected = typeof verdict === 'object' ? verdict.rejected : null
    return { ...toLive(toObject(message), toObject(request.context), receivedAt), rejected }
  })
}

/** `shared` is the context of the batch, which lies under that of each message. */
function toLive(message: Json, shared: Json, receivedAt: number): Omit<LiveEvent, 'rejected'> {
  const context = { ...shared, ...toObject(message.context) }
  const properties = toObject(message.properties ?? message.traits)
  const ts = typeof message.timestamp === 'string' ? Date.parse(message.timestamp) : Number.NaN
  return {
    messageId: text(message.messageId) ?? '',
    ts: Number.isNaN(ts) ? receivedAt : ts,
    receivedAt,
    type: text(message.type) ?? '',
    event: text(message.event) ?? text(message.name) ?? '',
    userId: text(message.userId),
    anonymousId: text(message.anonymousId),
    accountId: text(message.groupId) ?? text(context.groupId),
    path: text(toObject(context.page).path),
    properties: isTooDeep(properties) ? {} : properties, // it was refused for that
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
