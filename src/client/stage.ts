import type { TriggerInput } from '../core/triggers'
import { isDialogOpen, isInDialog } from '../platform/dialog'
import { onMoments } from '../platform/moments'
import { onTarget } from '../platform/observe-target'
import { onceClear } from '../platform/obstacles'
import type { Place } from '../platform/place'
import type { Reporter } from '../platform/report'
import { isVisible } from '../platform/visibility'
import type { Action } from '../schema'
import type { Stage } from '../store/stage'
import { loadSurface } from './surfaces'

export interface StageOptions {
  track(event: string, properties: Record<string, unknown>): void
  act(action: Exclude<Action, string>): void
  isTyping(): boolean
  report: Reporter
}

/** The page as the director sees it. */
export function createStage({ track, act, isTyping, place, report }: StageOptions & { place: Place }): Stage {
  return {
    track,
    act,
    report,
    load: loadSurface,
    isTyping,
    isDialogOpen,
    isInDialog,
    isHidden: () => !isVisible(),
    onMoment: (moments, happened) =>
      // The names of moments are those of trigger inputs, which carry nothing else.
      onMoments(moments, (type) => happened({ type } as TriggerInput)),
    onceClear,
    onElement: (target, changed) => onTarget(target, changed),
    later(delayMs, run) {
      const timer = setTimeout(run, Math.max(0, delayMs))
      return () => clearTimeout(timer)
    },
    claim: place.claim,
    release: place.release,
    onFreed: place.onFreed,
  }
}
