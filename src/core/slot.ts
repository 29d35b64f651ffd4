import type { Announcement, Checklist, GuideBase, GuideKind, Survey, Tour } from '../schema'

/** Where a guide stands: it interrupts, it is a banner beside others, or it waits to be used. */
export type Slot = 'interrupt' | 'banner' | 'aside'

/** A guide of any kind, with what only some have. */
export type AnyGuide = GuideBase &
  Partial<Pick<Announcement, 'as'> & Pick<Tour, 'steps'> & Pick<Survey, 'metric'> & Pick<Checklist, 'items'>>

/** Tours, surveys, modals and slideouts interrupt; so does a tour of which one step does. */
export function slotOf(guide: AnyGuide, kind: GuideKind): Slot {
  if (kind === 'checklist' || kind === 'hint') return 'aside'
  if (kind === 'survey') return 'interrupt'
  const parts: readonly { as?: string | undefined }[] = guide.steps ?? [guide]
  return parts.every(({ as }) => as === 'banner') ? 'banner' : 'interrupt'
}
