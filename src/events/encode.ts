import { utf8 } from '../platform/utf8'
import type { WireEvent } from '../schema'
import type { Entry } from './chunk'
import type { EventContext } from './envelope'

const MAX_EVENT_BYTES = 32 * 1024
const UTF8_BYTES_PER_CHAR = 3

/** An event as it is handed on: its context apart, because many share one. */
export interface Message {
  readonly event: WireEvent
  readonly context: EventContext
  /** Tracked by the host. */
  readonly product: boolean
}

/** Turns messages into entries of the queue; the JSON of a context is made once. */
export function createEncode(): (message: Message) => Entry {
  let known: unknown
  let knownJson = ''
  return ({ event, context, product }) => {
    if (context !== known) {
      known = context
      knownJson = JSON.stringify(context)
    }
    const json = JSON.stringify(event)
    return { id: event.messageId ?? '', json, context: knownJson, product, chunk: undefined }
  }
}

/** Larger than the collector takes. The encoder is only asked where the length leaves a doubt. */
export const isTooLarge = ({ json }: Entry): boolean =>
  json.length * UTF8_BYTES_PER_CHAR > MAX_EVENT_BYTES && utf8(json).length > MAX_EVENT_BYTES
