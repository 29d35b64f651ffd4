import { gateTarget } from '../core/gate-target'
import type { Refusal } from '../core/gates'
import type { Target } from '../schema'
import { createMissingTargets } from './missing-targets'
import type { Stage, Waits } from './stage'

/** What may stand in the way of a guide that is otherwise ready, and goes away by itself. */
export interface Obstacles {
  typing: boolean
  dialog: boolean
  hidden: boolean
  targets: readonly Target[]
}

export interface WaitsOptions extends Pick<Stage, 'later' | 'track'> {
  /** Runs once when one of these may have gone. */
  onceClear(obstacles: Obstacles, run: () => void): () => void
  /** Something that kept a guide away may have gone. */
  again(): void
}

/** Waits for what stands in the way of guides, and tells of targets that do not come. */
export function createWaits({ onceClear, again, ...ways }: WaitsOptions): Waits {
  const missingTargets = createMissingTargets(ways)
  let stop = (): void => {}
  return {
    see(kept) {
      stop()
      const keptBy = (why: Refusal) => kept.filter(({ refusal }) => refusal === why)
      const missing = keptBy('missing').map(({ entry }) => entry)
      missingTargets.see(missing)
      if (kept.length === 0) return
      const obstacles: Obstacles = {
        typing: keptBy('typing').length > 0,
        dialog: keptBy('dialog').length > 0,
        hidden: keptBy('hidden').length > 0,
        targets: missing.flatMap(({ guide }) => gateTarget(guide) ?? []),
      }
      stop = onceClear(obstacles, again)
    },
    newPage: missingTargets.newPage,
    destroy() {
      stop()
      missingTargets.destroy()
    },
  }
}
