import type { Arrival, LiveEvent, SpoolRecord } from '../../services'
import { nameOf, type Verdicts } from './verdicts'

type Json = Record<string, unknown>

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
    const verdict = results[nameOf(message, first + i)]
    const rejected = typeof verdict === 'object' ? verdict.rejected : null
    return { ...toLive(object(message), receivedAt), rejected }
  })
}

function toLive(message: Json, receivedAt: number): Omit<LiveEvent, 'rejected'> {
  const context = object(message.context)
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
    path: text(object(context.page).path),
    properties: object(message.properties ?? message.traits),
  }
}

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {} // any object has text keys
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
