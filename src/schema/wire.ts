import * as z from 'zod/mini'
import { d } from './describe'

const json = z.record(z.string(), z.unknown())
const shortText = z.string().check(z.maxLength(1000))

/**
 * One message of the Segment spec, as it travels in a batch.
 * https://segment.com/docs/connections/spec/common/
 */
export const wireEvent = z.looseObject({
  type: d(z.literal(['track', 'identify', 'group', 'page', 'screen', 'alias']), 'Kind of message.'),
  messageId: z.optional(
    d(z.string().check(z.minLength(1), z.maxLength(100)), 'Key on which the collector deduplicates; UUIDv7.'),
  ),
  timestamp: z.optional(d(z.string(), 'When it happened, ISO 8601, by the clock of the sender.')),
  anonymousId: z.optional(d(z.nullable(shortText), 'Id of a browser before `identify`.')),
  userId: z.optional(d(z.nullable(shortText), 'Id of the user.')),
  event: z.optional(d(shortText, 'Name of a `track` event.')),
  name: z.optional(d(z.nullable(shortText), 'Name of a page or screen.')),
  groupId: z.optional(d(z.nullable(shortText), 'Id of the account of a `group` message.')),
  previousId: z.optional(d(z.nullable(shortText), 'The id that an `alias` message replaces.')),
  properties: z.optional(d(z.nullable(json), 'Properties of a `track`, `page` or `screen` message.')),
  traits: z.optional(d(z.nullable(json), 'Traits of an `identify` or `group` message.')),
  context: z.optional(d(z.nullable(json), 'Library, page, locale, account, session.')),
})
export type WireEvent = z.infer<typeof wireEvent>

/** The body of `POST /v1/batch`. */
export const wireBatch = z.looseObject({
  batch: d(z.array(z.unknown()), 'The messages.'),
  writeKey: z.optional(d(z.string(), 'Write key, where no Authorization header is possible.')),
  sentAt: z.optional(d(z.string(), 'When this attempt was sent, ISO 8601; skew is corrected by it.')),
  context: z.optional(d(z.nullable(json), 'Merged under the context of every message.')),
})
export type WireBatch = z.infer<typeof wireBatch>
