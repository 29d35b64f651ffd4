import { slotOf } from '../core/slot'
import type { LoadSurface } from '../core/surface'
import { savesData, whenIdle } from '../platform/idle'
import type { GuideKind } from '../schema'
import type { Stage } from '../store/stage'

/**
 * Loads and rehearses one guide of each kind that waits for its trigger: when the moment comes, its first frame waits neither
 * for the network nor for what a browser does only once, nor for an answer of other tabs. Not for users who save data.
 */
export function createRehearsal(load: LoadSurface, reserve: () => void): Stage['rehearse'] {
  const rehearsed = new Set<GuideKind>()
  return async ({ kind, guide }, shared, isWanted) => {
    if (rehearsed.has(kind) || savesData()) return
    rehearsed.add(kind)
    try {
      await whenIdle()
      if (!isWanted()) return
      const [open, { rehearse }] = await Promise.all([load(kind, guide), import('./rehearse')])
      await whenIdle()
      if (!isWanted()) return
      rehearse(open, guide, shared)
      if (slotOf(guide, kind) === 'interrupt') reserve()
    } catch {
      // What cannot be loaded now is loaded when it is shown, or said to be missing then.
    }
  }
}
