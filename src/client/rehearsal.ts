import type { Context } from '../core/context'
import type { LoadSurface } from '../core/surface'
import { savesData, whenIdle } from '../platform/idle'
import type { GuideBase, GuideKind, Tour } from '../schema'
import type { Stage } from '../store/stage'

/** The first, and the way to the next. */
const REHEARSED_STEPS = 2

const nothing = (): undefined => {}
/** Hears of a rehearsal. */
const nobody = { track: nothing, save: nothing, saved: nothing, close: nothing, isRehearsal: true } as const

/**
 * Loads and rehearses one guide of each kind that waits for its trigger: when the moment comes, its first frame waits neither
 * for the network nor for what a browser does only once. Not for users who save data.
 */
export function createRehearsal(load: LoadSurface): Stage['rehearse'] {
  const rehearsed = new Set<GuideKind>()
  return async ({ kind, guide }, shared, isWanted) => {
    if (rehearsed.has(kind) || savesData()) return
    rehearsed.add(kind)
    try {
      await whenIdle()
      if (!isWanted()) return
      const open = await load(kind, guide)
      await whenIdle()
      if (!isWanted()) return
      const surface = open(harmless(guide, shared.context().isVisible), { ...shared, ...nobody })
      // Style and layout, in one task with what is drawn and taken away: no frame comes in between.
      document.body.getBoundingClientRect()
      surface.close()
    } catch {
      // What cannot be loaded now is loaded when it is shown, or said to be missing then.
    }
  }
}

/** How a guide begins, without what would be fetched, take the focus or do something to the page. */
function harmless(guide: GuideBase & Partial<Tour>, isVisible: Context['isVisible']): GuideBase {
  const rest = { ...guide, as: 'slideout', media: undefined }
  if (!guide.steps) return rest
  const steps = guide.steps.map(({ id, title, body, target }, index) => ({
    id,
    title,
    body,
    as: 'tooltip',
    target: index < REHEARSED_STEPS && target && isVisible(target) ? target : undefined,
  }))
  return { ...rest, steps } as GuideBase
}
