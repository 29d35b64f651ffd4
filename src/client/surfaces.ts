import type { OpenSurface } from '../core/surface'
import type { GuideKind } from '../schema'

type Chunk = { open: unknown }

const CHUNKS: Partial<Record<GuideKind, () => Promise<Chunk>>> = {
  tour: () => import('../ui/tour'),
  checklist: () => import('../ui/checklist'),
  survey: () => import('../ui/survey'),
}

/** Kinds of guide that can be shown. */
export const canShow = (kind: GuideKind): boolean => kind in CHUNKS

/** Loads what draws this kind of guide; a load that failed is tried again by the next call. Rejects when offline. */
export async function loadSurface(kind: GuideKind): Promise<OpenSurface> {
  const load = CHUNKS[kind]
  if (!load) throw new Error(`guides of kind "${kind}" cannot be shown`)
  // Each chunk opens guides of its own kind only; the director asks by kind.
  return (await load()).open as OpenSurface
}
