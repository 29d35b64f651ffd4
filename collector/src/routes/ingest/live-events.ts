import type { Live, LiveEvent } from '../../services'
import type { Verdicts } from './verdicts'

type Json = Record<string, unknown>

/** What the live view is told of a request; the last ones are enough, more could not be read. */
const maxPerRequest = 50

export function publishLive(
  live: Live,
  projectId: string,
  messages: readonly unknown[],
  { results, refused }: Verdicts,
  receivedAt: number,
): void {
  const isRefused = new Set(refused)
  const first = Math.max(0, messages.length - maxPerRequest)
  for (const [i, message] of messages.entries()) {
    if (i < first) continue
    const event = toLive(object(message), receivedAt)
    const verdict = isRefused.has(i) ? results[event.messageId || `#${i}`] : undefined
    live.publish(projectId, typeof verdict === 'object' ? { ...event, rejected: verdict.rejected } : event)
  }
}

function toLive(message: Json, receivedAt: number): LiveEvent {
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
    rejected: null,
  }
}

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {} // any object has text keys
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
