import { startHandrail } from './client'
import { createInertHandrail } from './client/inert'
import type { Handrail, HandrailOptions } from './handrail'
import { openLocalArea } from './platform/area'
import { setChunkBase } from './platform/chunk-base'

/** Makes the SDK of a script tag. What is missing there is said, and every call then does nothing. */
export const makeEmbedded = (script: HTMLScriptElement | null, destroyed: boolean): Handrail =>
  (!destroyed && startEmbedded(script)) || createInertHandrail()

/** Starts the SDK as the attributes of its script tag say. */
function startEmbedded(script: HTMLScriptElement | null): Handrail | undefined {
  if (!script) {
    console.error('[handrail] expected a classic <script src>; for modules there is the npm package')
    return undefined
  }
  const { src, dataset } = script
  const { writeKey, endpoint, config, locale, debug } = dataset
  if (!writeKey) {
    console.error('[handrail] `data-write-key` is missing; expected the write key of the project')
    return undefined
  }
  setChunkBase(src.slice(0, src.lastIndexOf('/') + 1))
  const options = {
    writeKey,
    endpoint: endpoint ?? new URL(src).origin,
    config,
    locale,
    debug: debug !== undefined,
  }
  // An attribute that is not there is `undefined`, which is the same to every option as not to be there.
  return startHandrail(options as HandrailOptions, openLocalArea())
}
