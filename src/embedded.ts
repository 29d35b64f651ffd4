import { startHandrail } from './client'
import { createInertHandrail } from './client/inert'
import type { Made } from './client/late'
import type { Handrail, HandrailOptions } from './handrail'
import { openLocalArea } from './platform/area'
import { setChunkBase } from './platform/chunk-base'

/** A call of the snippet. */
export type Call = [method: string, ...args: unknown[]]

/** Makes the SDK of a script tag. What is missing there is said, and every call then does nothing. */
export function makeEmbedded(
  script: HTMLScriptElement | null,
  destroyed: boolean,
  calls: readonly Call[] = [],
): Made {
  const started = destroyed ? undefined : startEmbedded(script)
  if (!started) return { handrail: createInertHandrail() }
  return {
    handrail: started,
    replay() {
      for (const [method, ...args] of calls) replay(started, method, args)
    },
  }
}

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
  const options: HandrailOptions = {
    writeKey,
    endpoint: endpoint ?? new URL(src).origin,
    ...(config !== undefined && { config }),
    ...(locale !== undefined && { locale }),
    ...(debug !== undefined && { debug: true }),
  }
  return startHandrail(options, openLocalArea())
}

/** Calls of the snippet come from the host: a wrong name is its mistake, and must not cost the other calls. */
function replay(handrail: Handrail, method: string, args: unknown[]): void {
  const call: unknown = Object.hasOwn(handrail, method) ? Reflect.get(handrail, method) : undefined
  if (typeof call === 'function') Reflect.apply(call, handrail, args)
  else console.warn(`[handrail] there is no method \`${method}\``)
}
