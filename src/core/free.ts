import type { GuideBase, GuideKind, Target } from '../schema'
import { gateTarget } from './gate-target'
import type { Slot } from './slot'

/** A guide that is on the screen. */
export interface OpenGuide {
  id: string
  kind: GuideKind
  slot: Slot
  /** In this tab; else in another one of the same browser. */
  here: boolean
}

/** What the user is busy with; asked only when it matters, because the answer may cost the page a layout. */
export interface Page {
  /** Within the last 2 s. */
  isTyping(): boolean
  /** A dialog of the host is open. */
  isDialogOpen(): boolean
  /** Whether the target lies in it. */
  isInDialog(target: Target): boolean
  /** The tab is in the background. */
  isHidden(): boolean
}

export type FreeRefusal = 'open' | 'typing' | 'dialog' | 'hidden'

/**
 * Why there is no room for a guide now, or `undefined`. Interruptions exclude each other over all tabs, banners in one
 * tab; the rest is always free. What the user asked for comes even while they type or a dialog is open.
 */
export function freeRefusal(
  { guide, slot }: { guide: GuideBase; slot: Slot },
  open: readonly OpenGuide[],
  page: Page,
  started: boolean,
): FreeRefusal | undefined {
  if (slot === 'aside') return undefined
  if (open.some((other) => other.slot === slot && (slot === 'interrupt' || other.here))) return 'open'
  if (slot === 'banner' || started) return undefined
  if (page.isHidden()) return 'hidden'
  const target = gateTarget(guide)
  if (page.isDialogOpen() && !(target && page.isInDialog(target))) return 'dialog'
  return page.isTyping() ? 'typing' : undefined
}
