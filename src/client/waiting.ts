import type { Listening, TriggerInput } from '../core/triggers'
import { onMoments } from '../platform/moments'
import { onceClear } from '../platform/obstacles'
import type { Waits } from '../store/stage'
import { createWaits, type WaitsOptions } from '../store/waits'

/** Absent when the config names no elements. */
type Finding = typeof import('../platform/finding') | undefined

/** The chunk that waits for rarer things than a page: loaded by the first guide that waits for one of them. */
export const waitFor = (
  moments: Listening,
  finding: Finding,
  happened: (input: TriggerInput) => void,
): (() => void) =>
  // The names of moments are those of trigger inputs, which carry nothing else.
  onMoments(moments, finding, (type) => happened({ type } as TriggerInput))

export const watchObstacles = (finding: Finding, options: Omit<WaitsOptions, 'onceClear'>): Waits =>
  createWaits({ ...options, onceClear: (obstacles, run) => onceClear(obstacles, finding?.onTarget, run) })
