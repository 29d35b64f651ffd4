import type { GuideKind } from '../schema'
import type { Slot } from './slot'

/** A guide that is on the screen. */
export interface OpenGuide {
  id: string
  kind: GuideKind
  slot: Slot
  /** In this tab; else in another one of the same browser. */
  here: boolean
}

/** What stands in the way of a guide, whichever it is. */
export interface Surroundings {
  open: readonly OpenGuide[]
  /** The user has typed within the last 2 s. */
  typing: boolean
  /** A dialog of the host is open, and the target of this guide is not in it. */
  dialogOpen: boolean
  /** The tab is in the background. */
  hidden: boolean
}

export type FreeRefusal = 'open' | 'typing' | 'dialog' | 'hidden'

/**
 * Why there is no room for a guide now, or `undefined`. Interruptions exclude each other over all tabs, banners in one
 * tab; the rest is always free. What the user asked for comes even while they type or a dialog is open.
 */
export function freeRefusal(slot: Slot, around: Surroundings, started: boolean): FreeRefusal | undefined {
  if (slot === 'aside') return undefined
  if (around.open.some((other) => other.slot === slot && (slot === 'interrupt' || other.here))) return 'open'
  if (slot === 'banner' || started) return undefined
  if (around.hidden) return 'hidden'
  if (around.dialogOpen) return 'dialog'
  return around.typing ? 'typing' : undefined
}
