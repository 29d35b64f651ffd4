import type { WireEvent } from 'handrail/schema'
import type { Account, Person } from './accounts'
import type { Random } from './random'
import { uuid7 } from './uuid'

/** A message of the history: what the wire allows, with what every one of ours has. */
export interface Message extends WireEvent {
  messageId: string
  timestamp: string
  userId: string
  anonymousId: string
}

/** One visit of one person. */
export interface Visit {
  account: Account
  person: Person
  sessionId: string
  startMs: number
  durationMs: number
  random: Random
}

const ORIGIN = 'https://app.tandem.example'
const LIBRARY = { name: 'handrail', version: __VERSION__ }

type Body = Pick<WireEvent, 'type' | 'event' | 'name' | 'groupId' | 'properties' | 'traits'>

/** Wraps what was done in the envelope that the SDK would have sent at that moment. */
export function createMessage(visit: Visit, atMs: number, path: string, body: Body): Message {
  const { account, person, sessionId, random } = visit
  return {
    ...body,
    messageId: uuid7(atMs, random),
    timestamp: new Date(atMs).toISOString(),
    userId: person.id,
    anonymousId: person.anonymousId,
    context: {
      library: LIBRARY,
      page: { path, url: ORIGIN + path },
      locale: account.region.locale,
      timezone: account.region.timezone,
      groupId: account.id,
      sessionId,
    },
  }
}

export const track = (
  visit: Visit,
  atMs: number,
  path: string,
  event: string,
  properties: Record<string, unknown> = {},
) => createMessage(visit, atMs, path, { type: 'track', event, properties })
