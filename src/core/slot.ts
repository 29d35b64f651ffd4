import type { Announcement, GuideBase, GuideKind, Tour } from '../schema'

/** Where a guide stands: it interrupts, it is a banner beside others, or it waits to be used. */
export type Slot = 'interrupt' | 'banner' | 'aside'

export type AnyGuide = GuideBase & Partial<Pick<Announcement, 'as'>> & Partial<Pick<Tour, 'steps'>>

/** Tours, surveys, modals and slideouts interrupt; so does a tour of which one step does. */
export function slotOf(guide: GuideBase, kind: GuideKind): Slot {
  if (kind === 'checklist' || kind === 'hint') return 'aside'
  if (kind === 'survey') return 'interrupt'
  const steps = kind === 'tour' && 'steps' in guide && Array.isArray(guide.steps) ? guide.steps : [guide]
  return steps.every((step: { as?: string }) => step.as === 'banner') ? 'banner' : 'interrupt'
}
