import { createLateHandrail } from './client/late'
import { makeEmbedded } from './embedded'
import type { Handrail } from './handrail'

/** A call of the snippet. */
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
else {
  /** Makes a call of the snippet. It comes from the host: a wrong name is its mistake, and must not cost the other calls. */
  const push = ([method, ...args]: Call): void => {
    if (Object.hasOwn(handrail, method)) Reflect.get(handrail, method)(...args)
    else console.warn(`[handrail] there is no method \`${method}\``)
  }
  const handrail = createLateHandrail(
    (destroyed) => makeEmbedded(script, destroyed),
    queue && queue.length > 0 ? () => queue.forEach(push) : undefined,
  )
  // A method that the host has kept from the time before the script is the snippet's for ever.
  window.handrail = Object.assign(handrail, { push })
}
