import type { Click } from '../platform/click'
import type { Feature, Page, Target } from '../schema'

const REPEAT_MS = 10_000
/** Nothing in these is ever read. */
const PRIVATE = '[data-handrail-ignore],input[type=password]'

type Where = Extract<Feature['on'], { event: string }>['where']

export interface AdoptionOptions {
  features: readonly Feature[]
  /** A feature was used at `at`, in ms since the epoch; at most once per feature in 10 s. */
  use: (feature: Feature, at: number) => void
  matchesWhere: (where: Where, properties: Record<string, unknown>) => boolean
  /** Is this the page at that address? */
  matchesPage: (page: Page, url: string) => boolean
  /** Did an event that went through these nodes go through the target? */
  passesThrough: (path: readonly EventTarget[], target: Target) => boolean
}

export interface Adoption {
  /** To be called with every product event, and when it was. */
  onEvent(event: string, properties: Record<string, unknown>, at: number): void
  /** To be called with every click. */
  onClick(click: Click): void
}

/** Notices the use of features, by the events and click rules that declare them. */
export function createAdoption({ features, ...options }: AdoptionOptions): Adoption {
  const usedAt = new Map<string, number>()
  const use = (feature: Feature, at: number): void => {
    if (Math.abs(at - (usedAt.get(feature.id) ?? Number.NEGATIVE_INFINITY)) < REPEAT_MS) return
    usedAt.set(feature.id, at)
    options.use(feature, at)
  }
  return {
    onEvent(event, properties, at) {
      for (const feature of features) {
        const { on } = feature
        if ('event' in on && on.event === event && options.matchesWhere(on.where, properties))
          use(feature, at)
      }
    },
    onClick({ path, url, at }) {
      if (path.some((node) => node instanceof Element && node.matches(PRIVATE))) return
      for (const feature of features) {
        const { on } = feature
        if (!('click' in on)) continue
        if (on.page !== undefined && !options.matchesPage(on.page, url)) continue
        if (wentThrough(path, on.click) || options.passesThrough(path, on.click)) use(feature, at)
      }
    },
  }
}

/** A plain selector is asked of the nodes themselves: that is cheap, and true in any open shadow root. */
function wentThrough(path: readonly EventTarget[], target: Target): boolean {
  const selector = typeof target === 'object' && 'css' in target ? target.css : target
  if (typeof selector !== 'string' || selector.includes('>>>')) return false
  try {
    return path.some((node) => node instanceof Element && node.matches(selector))
  } catch {
    return false // not a selector: `validateConfig` has told the author
  }
}
