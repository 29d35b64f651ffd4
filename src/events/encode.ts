import type { WireEvent } from '../schema'
import type { Entry } from './chunk'
import { sanitize } from './sanitize'

const MAX_EVENT_BYTES = 32 * 1024
const UTF8_BYTES_PER_CHAR = 3

/** Turns messages into entries of the queue. */
export type Encode = (event: WireEvent, product: boolean) => Entry

/** `isShared` says of which contexts the JSON may be kept: those that nobody changes. */
export function createEncode(isShared: (context: unknown) => boolean): Encode {
  let known: unknown
  let knownJson = ''
  const contextJson = (context: unknown): string => {
    if (!isShared(context)) return JSON.stringify(sanitize(context))
    if (context !== known) {
      known = context
      knownJson = JSON.stringify(context)
    }
    return knownJson
  }
  return ({ context, ...message }, product) => ({
    id: message.messageId ?? '',
    json: JSON.stringify(message),
    context: contextJson(context),
    product,
  })
}

/** Larger than the collector takes. The encoder is only asked where the length leaves a doubt. */
export const isTooLarge = ({ json }: Entry): boolean =>
  json.length * UTF8_BYTES_PER_CHAR > MAX_EVENT_BYTES &&
  new TextEncoder().encode(json).length > MAX_EVENT_BYTES
