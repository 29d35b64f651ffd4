import { createHandrail } from './client'
import type { Handrail, HandrailOptions } from './handrail'
import { setChunkBase } from './platform/chunk-base'

type Call = [method: string, ...args: unknown[]]

declare global {
  interface Window {
    /** The queue of calls made before the script arrived, then the SDK itself. */
    handrail?: Handrail | Call[]
  }
}

const script = document.currentScript
const queue = window.handrail

if (queue && !Array.isArray(queue))
  console.warn('[handrail] the script is here twice: the second one does nothing')
else if (script instanceof HTMLScriptElement) start(script, queue ?? [])
else console.error('[handrail] expected a classic <script src>; for modules there is the npm package')

function start({ src, dataset }: HTMLScriptElement, calls: readonly Call[]): void {
  const { writeKey, endpoint, config, locale, debug } = dataset
  if (!writeKey) {
    console.error('[handrail] `data-write-key` is missing; expected the write key of the project')
    return
  }
  setChunkBase(src.slice(0, src.lastIndexOf('/') + 1))
  const options: HandrailOptions = {
    writeKey,
    endpoint: endpoint ?? new URL(src).origin,
    ...(config !== undefined && { config }),
    ...(locale !== undefined && { locale }),
    ...(debug !== undefined && { debug: true }),
  }
  const handrail = createHandrail(options)
  window.handrail = handrail
  for (const [method, ...args] of calls) replay(handrail, method, args)
}

/** Calls of the snippet come from the host: a wrong name is its mistake, and must not cost the other calls. */
function replay(handrail: Handrail, method: string, args: unknown[]): void {
  const call: unknown = Object.hasOwn(handrail, method) ? Reflect.get(handrail, method) : undefined
  if (typeof call === 'function') Reflect.apply(call, handrail, args)
  else console.warn(`[handrail] there is no method \`${method}\``)
}
