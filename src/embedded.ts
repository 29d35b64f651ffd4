import { startHandrail } from './client'
import { createInertHandrail } from './client/inert'
import type { Handrail, HandrailOptions } from './handrail'
import { openLocalArea } from './platform/area'
import { setChunkBase } from './platform/chunk-base'

/** Starts the SDK as the attributes of its script tag say. */
export function startEmbedded({ src, dataset }: HTMLScriptElement): Handrail {
  const { writeKey, endpoint, config, locale, debug } = dataset
  if (!writeKey) {
    console.error('[handrail] `data-write-key` is missing; expected the write key of the project')
    return createInertHandrail()
  }
  setChunkBase(src.slice(0, src.lastIndexOf('/') + 1))
  const options: HandrailOptions = {
    writeKey,
    endpoint: endpoint ?? new URL(src).origin,
    ...(config !== undefined && { config }),
    ...(locale !== undefined && { locale }),
    ...(debug !== undefined && { debug: true }),
  }
  return startHandrail(options, openLocalArea())
}
