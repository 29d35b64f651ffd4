import type { Feature, Page, Target } from '../schema'

const REPEAT_MS = 10_000
/** Nothing in these is ever read. */
const PRIVATE = '[data-handrail-ignore],input[type=password]'

type Where = Extract<Feature['on'], { event: string }>['where']

export interface AdoptionOptions {
  /** ms since the epoch */
  now: () => number
  /** A feature was used; at most once per feature in 10 s. */
  use: (feature: Feature) => void
  matchesWhere: (where: Where, properties: Record<string, unknown>) => boolean
  /** Is this the page the user is on? */
  matchesPage: (page: Page) => boolean
  /** Did an event that went through these nodes go through the target? */
  passesThrough: (path: readonly EventTarget[], target: Target) => boolean
}

export interface Adoption {
  setFeatures(features: readonly Feature[]): void
  /** To be called with every product event. */
  onEvent(event: string, properties: Record<string, unknown>): void
  /** To be called with every click, in the capture phase: the click may remove what was clicked. */
  onClick(event: Event): void
}

/** Notices the use of features, by the events and click rules that declare them. */
export function createAdoption(options: AdoptionOptions): Adoption {
  const usedAt = new Map<string, number>()
  let byEvent = new Map<string, Feature[]>()
  let byClick: Feature[] = []
  const use = (feature: Feature): void => {
    const now = options.now()
    if (Math.abs(now - (usedAt.get(feature.id) ?? Number.NEGATIVE_INFINITY)) < REPEAT_MS) return
    usedAt.set(feature.id, now)
    options.use(feature)
  }
  return {
    setFeatures(features) {
      byEvent = new Map()
      byClick = features.filter(({ on }) => 'click' in on)
      for (const feature of features) {
        if ('event' in feature.on)
          byEvent.set(feature.on.event, [...(byEvent.get(feature.on.event) ?? []), feature])
      }
    },
    onEvent(event, properties) {
      for (const feature of byEvent.get(event) ?? []) {
        if ('event' in feature.on && options.matchesWhere(feature.on.where, properties)) use(feature)
      }
    },
    onClick(click) {
      if (byClick.length === 0) return
      const path = click.composedPath()
      if (path.some((node) => node instanceof Element && node.matches(PRIVATE))) return
      for (const feature of byClick) {
        const { on } = feature
        if (!('click' in on)) continue
        if (on.page !== undefined && !options.matchesPage(on.page)) continue
        if (wentThrough(path, on.click) || options.passesThrough(path, on.click)) use(feature)
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
