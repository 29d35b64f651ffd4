import { gateTarget } from '../core/gate-target'
import type { GuideBase, Tour } from '../schema'
import type { Entry } from './entries'
import type { Stage } from './stage'

const DEFAULT_WAIT_SECONDS = 10

export interface MissingTargets {
  /** These are kept away by their target alone, and no others. */
  see(entries: readonly Entry[]): void
  /** The user has come to another page. */
  newPage(): void
  destroy(): void
}

/**
 * Tells of guides whose target does not come within `waitSeconds`, once on a page, so that a broken tour is seen on the
 * dashboard. They are waited for all the same.
 */
export function createMissingTargets({ later, track }: Pick<Stage, 'later' | 'track'>): MissingTargets {
  const waits = new Map<Entry, () => void>()
  const told = new Set<Entry>()

  function see(entries: readonly Entry[]): void {
    for (const [entry, stop] of waits) {
      if (entries.includes(entry)) continue
      stop()
      waits.delete(entry)
    }
    for (const entry of entries) if (!waits.has(entry) && !told.has(entry)) wait(entry)
  }
  function wait(entry: Entry): void {
    const step = firstStep(entry.guide)
    const tell = (): void => {
      told.add(entry)
      track('Guide Failed', {
        ...entry.about(),
        ...(step && { step_id: step.id, step_index: 0 }),
        reason: 'target_missing',
        tried: gateTarget(entry.guide),
      })
    }
    waits.set(entry, later((step?.waitSeconds ?? DEFAULT_WAIT_SECONDS) * 1000, tell))
  }

  return {
    see,
    newPage() {
      told.clear()
      see([])
    },
    destroy: () => see([]),
  }
}

const firstStep = (guide: GuideBase & Partial<Pick<Tour, 'steps'>>) => guide.steps?.[0]
