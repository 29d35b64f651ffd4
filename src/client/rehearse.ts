import type { Context } from '../core/context'
import type { OpenSurface, SharedHost } from '../core/surface'
import type { GuideBase, Tour } from '../schema'

/** The first, and the way to the next. */
const REHEARSED_STEPS = 2

const nothing = (): undefined => {}
/** Hears of a rehearsal. */
const nobody = { track: nothing, save: nothing, saved: nothing, close: nothing, isRehearsal: true } as const

/** Opens a guide and closes it at once: nobody sees or hears of it. */
export function rehearse(open: OpenSurface, guide: GuideBase, shared: SharedHost): void {
  const surface = open(harmless(guide, shared.context().isVisible), { ...shared, ...nobody })
  // Style and layout, in one task with what is drawn and taken away: no frame comes in between.
  document.body.getBoundingClientRect()
  surface.close()
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
