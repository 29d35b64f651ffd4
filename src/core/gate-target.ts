import type { Target } from '../schema'
import type { AnyGuide } from './slot'

/**
 * The element that must be there before a guide starts: that of a hint, or of a tour's first step, unless the step says
 * how to go on without it, opens it itself, or lives on another page.
 */
export function gateTarget(guide: AnyGuide & { target?: Target | undefined }): Target | undefined {
  const first = guide.steps?.[0]
  if (!first) return guide.target
  const waitsForIt = first.before === undefined && first.page === undefined && first.missing === undefined
  return waitsForIt ? first.target : undefined
}
