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
export const createSurfaceLoader =
  (locale: string, warn: Report): LoadSurface =>
  async (kind, guide) => {
    const [chunk, strings, markdown] = await Promise.all([
      // Guides of other kinds are not among those that are shown.
      CHUNKS[kind as keyof typeof CHUNKS](),
      loadStrings(locale, warn),
      mayHoldMarkup(guide) ? import('../ui/markdown') : undefined,
    ])
    // Each chunk opens guides of its own kind only; the director asks by kind.
    const open = chunk.open as OpenSurface
    return (shown, host) => open(shown, { ...host, strings, markup: markdown?.markup })
  }

/** The interface speaks English by itself, also, with a warning, where another language cannot be loaded. */
async function loadStrings(locale: string, warn: Report): Promise<Strings | undefined> {
  if (/^en\b/.test(locale)) return undefined
  try {
    return await (await import('./languages')).loadStrings(locale)
  } catch (error) {
    // Modules that fail to load reject with a TypeError.
    warn(`the interface stays in English: ${(error as Error).message}`)
    return undefined
  }
}
