import { readDevice, readPage, readUrl } from '../platform/page-info'
import type { WireEvent } from '../schema'
import type { Who } from './identity'
import { createMessageId } from './message-id'

export type EventContext = Readonly<Record<string, unknown>>

/** What a message says besides what every message says. */
export type Fields = Pick<WireEvent, 'type'> & Partial<WireEvent>

/** Where a message comes from, when that is not here and now. */
export interface Origin {
  messageId: string
  /** ms since the epoch */
  at: number
  who: Omit<Who, 'traits' | 'account'>
  sessionId: string
}

/** Of the user and session of now, but where it says otherwise. */
export interface Moment {
  /** ms since the epoch */
  at?: number
  who?: undefined
  messageId?: string | undefined
}

export interface EnvelopeOptions {
  /** ms since the epoch */
  now: () => number
  who: () => Who
  sessionId: () => string
  /** Content hash of the config in force. */
  configHash: () => string | undefined
}

export interface Envelope {
  /** Completes a message of the Segment spec, but for its context. */
  stamp(fields: Fields, origin?: Origin | Moment): WireEvent
  /** What goes with it: the same object until something in it has changed. */
  context(origin?: Origin | Moment): EventContext
  /** Something may have changed: looks again. */
  refresh(): void
}

/** Makes Segment messages. https://segment.com/docs/connections/spec/common/ */
export function createEnvelope({ now, who, sessionId, configHash }: EnvelopeOptions): Envelope {
  const library = { name: 'handrail', version: __VERSION__ }
  const device = readDevice()
  let page = readPage(undefined)
  let fresh = false
  let shared: EventContext = {}
  let madeFrom: readonly unknown[] = []
  let lastMs = Number.NaN
  let timestamp = ''

  /** Another object only if it says something else: the queue keeps together what shares one. */
  function look(): void {
    fresh = true
    const moved = readUrl() !== page.url
    const seen = readPage(moved ? page.url : page.referrer)
    if (moved || seen.title !== page.title) page = seen
    const from = [page, who().accountId, who().signature, sessionId(), configHash()]
    if (from.every((value, index) => value === madeFrom[index])) return
    madeFrom = from
    shared = contextOf(who(), sessionId())
  }
  const contextOf = ({ accountId, signature }: Partial<Who>, session: string): EventContext => ({
    library,
    page,
    ...device,
    groupId: accountId, // undefined ones are left out by JSON
    sessionId: session,
    handrail: { configHash: configHash(), signature },
  })

  return {
    stamp(message, origin) {
      const { anonymousId, userId } = origin?.who ?? who()
      const at = origin?.at ?? now()
      message.messageId = origin?.messageId ?? createMessageId(at)
      if (at !== lastMs) timestamp = new Date(at).toISOString()
      lastMs = at
      message.timestamp = timestamp
      message.anonymousId = anonymousId
      if (userId !== undefined) message.userId = userId
      return message
    },
    context(origin) {
      if (origin?.who) return contextOf(origin.who, origin.sessionId)
      if (!fresh) look()
      return shared
    },
    refresh() {
      fresh = false
    },
  }
}
