import { createLateHandrail } from './client/late'
import { type Call, makeEmbedded } from './embedded'
import type { Handrail } from './handrail'

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
else
  window.handrail = createLateHandrail(
    (destroyed) => makeEmbedded(script, destroyed, queue),
    queue && queue.length > 0,
  )
