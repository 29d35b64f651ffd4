import { readDevice, readPage, readTitle, readUrl } from '../platform/page-info'
import type { WireEvent } from '../schema'
import type { Who } from './identity'
import { createMessageId } from './message-id'

/** What is true of every event until something changes; the same object until then. */
export type EventContext = Readonly<Record<string, unknown>>

export interface EnvelopeOptions {
  /** ms since the epoch */
  now: () => number
  who: () => Who
  sessionId: () => string
  /** Content hash of the config in force. */
  configHash: () => string | undefined
}

/** Where a message differs from one made here and now. */
export interface Origin {
  messageId: string
  /** ms since the epoch */
  at: number
  who: Pick<Who, 'anonymousId' | 'userId' | 'accountId'>
  sessionId: string
}

type Fields = Pick<WireEvent, 'type'> & Partial<WireEvent>

export interface Envelope {
  /** A complete message of the Segment spec. */
  wrap(fields: Fields, origin?: Origin): WireEvent
  /** True for the context object that `wrap` gives to messages at this moment. */
  isShared(context: unknown): boolean
}

/** Makes Segment messages. https://segment.com/docs/connections/spec/common/ */
export function createEnvelope({ now, who, sessionId, configHash }: EnvelopeOptions): Envelope {
  const device = readDevice()
  let shared: EventContext = {}
  let madeFrom: unknown[] = []
  let url = readUrl()
  let cameFrom: string | undefined

  function contextNow(): EventContext {
    const { accountId, signature } = who()
    const from = [readUrl(), readTitle(), accountId, sessionId(), configHash(), signature]
    if (from.every((value, index) => value === madeFrom[index])) return shared
    madeFrom = from
    if (readUrl() !== url) {
      cameFrom = url
      url = readUrl()
    }
    shared = contextOf(accountId, sessionId(), signature)
    return shared
  }
  const contextOf = (groupId: string | undefined, session: string, signature?: string): EventContext => ({
    library: { name: 'handrail', version: __VERSION__ },
    page: readPage(cameFrom),
    ...device,
    groupId, // undefined ones are left out by JSON
    sessionId: session,
    handrail: { configHash: configHash(), signature },
  })

  return {
    wrap(fields, origin) {
      const { anonymousId, userId } = origin?.who ?? who()
      const at = origin?.at ?? now()
      const context = origin ? contextOf(origin.who.accountId, origin.sessionId) : contextNow()
      return {
        messageId: origin?.messageId ?? createMessageId(at),
        ...fields,
        timestamp: new Date(at).toISOString(),
        anonymousId,
        ...(userId !== undefined && { userId }),
        context,
      }
    },
    isShared: (context) => context === shared,
  }
}
