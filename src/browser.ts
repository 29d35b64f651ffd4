import { createLateHandrail } from './client/late'
import { startEmbedded } from './embedded'
import type { Handrail } from './handrail'

type Call = [method: string, ...args: unknown[]]

declare global {
  interface Window {
    /** The queue of calls made before the script arrived, then the SDK itself. */
    handrail?: Handrail | Call[]
  }
}

// As an SVG script, which has no `src`, it is embedded nowhere.
const script = document.currentScript as HTMLScriptElement | null
const queue = window.handrail

if (queue && !Array.isArray(queue))
  console.warn('[handrail] the script is here twice: the second one does nothing')
else if (script) window.handrail = embed(script, queue ?? [])
else console.error('[handrail] expected a classic <script src>; for modules there is the npm package')

function embed(script: HTMLScriptElement, calls: readonly Call[]): Handrail {
  const start = (): Handrail => startEmbedded(script)
  if (calls.length === 0) return createLateHandrail(start)
  return createLateHandrail(start, (handrail) => {
    for (const [method, ...args] of calls) replay(handrail, method, args)
  })
}

/** Calls of the snippet come from the host: a wrong name is its mistake, and must not cost the other calls. */
function replay(handrail: Handrail, method: string, args: unknown[]): void {
  const call: unknown = Object.hasOwn(handrail, method) ? Reflect.get(handrail, method) : undefined
  if (typeof call === 'function') Reflect.apply(call, handrail, args)
  else console.warn(`[handrail] there is no method \`${method}\``)
}
