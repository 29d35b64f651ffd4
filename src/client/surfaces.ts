import type { Strings } from '../core/english'
import { mayHoldMarkup } from '../core/may-hold-markup'
import type { LoadSurface, OpenSurface } from '../core/surface'
import type { Report } from '../platform/report'
import type { GuideKind } from '../schema'

type Chunk = { open: unknown }

/** In the order that breaks ties of priority. */
const CHUNKS: Record<Exclude<GuideKind, 'hint'>, () => Promise<Chunk>> = {
  tour: () => import('../ui/tour'),
  checklist: () => import('../ui/checklist'),
  survey: () => import('../ui/survey'),
  announcement: () => import('../ui/announcement'),
}

/** Kinds of guide that can be shown. */
export const KINDS = Object.keys(CHUNKS) as readonly (keyof typeof CHUNKS)[]

/**
 * Loads what draws a kind of guide and, at the same time, the strings of the locale and what draws its texts; a
 * load that failed is tried again by the next call. Rejects when offline.
 */
export function createSurfaceLoader(locale: string, warn: Report): LoadSurface {
  // `import()` of what is there still answers in a task of its own, which may be after a frame.
  const loaded = new Map<string, OpenSurface>()
  return async (kind, guide) => {
    const hasMarkup = mayHoldMarkup(guide)
    const key = `${kind} ${hasMarkup}`
    const known = loaded.get(key)
    if (known) return known
    const loadingStrings = loadStrings(locale, warn)
    const [chunk, strings, markdown] = await Promise.all([
      // Guides of other kinds are not among those that are shown.
      CHUNKS[kind as keyof typeof CHUNKS](),
      loadingStrings,
      hasMarkup ? import('../ui/markdown') : undefined,
    ])
    // Each chunk opens guides of its own kind only; the director asks by kind.
    const open = chunk.open as OpenSurface
    const ready: OpenSurface = (shown, host) => open(shown, { ...host, strings, markup: markdown?.markup })
    if (strings || !loadingStrings) loaded.set(key, ready)
    return ready
  }
}

/** The interface speaks English by itself, also, with a warning, where another language cannot be loaded. */
const loadStrings = (locale: string, warn: Report): Promise<Strings | undefined> | undefined =>
  /^en\b/.test(locale)
    ? undefined
    : import('./languages')
        .then(({ loadStrings }) => loadStrings(locale))
        .catch(({ message }: Error): undefined => {
          warn(`the interface stays in English, "${locale}" could not be loaded: ${message}`)
        })
