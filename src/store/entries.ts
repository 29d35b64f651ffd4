import { type Dependencies, dependencies } from '../core/dependencies'
import { contentHash } from '../core/hash'
import { type Slot, slotOf } from '../core/slot'
import { newTrigger, type TriggerState } from '../core/triggers'
import type { Config, GuideBase, GuideKind } from '../schema'

/** One guide of the config, with what the director remembers of it. */
export interface Entry {
  guide: GuideBase
  kind: GuideKind
  slot: Slot
  /** Position in the config, over all kinds. */
  order: number
  /** Under which its progress is kept: `tour.welcome`. */
  key: string
  needs: Dependencies
  trigger: TriggerState
  /** What every event of the guide carries. */
  about(): { guide_id: string; guide_kind: GuideKind; guide_version: string }
}

const KINDS = ['tour', 'checklist', 'survey', 'announcement', 'hint'] as const

/** Every guide of a config. */
export function createEntries(config: Config): Entry[] {
  const guides = KINDS.flatMap((kind) =>
    (config[`${kind}s`] ?? []).map((guide: GuideBase) => ({ guide, kind })),
  )
  return guides.map(({ guide, kind }, order) => {
    const key = `${kind}.${guide.id}`
    return {
      guide,
      kind,
      slot: slotOf(guide, kind),
      order,
      key,
      needs: needsOf(guide, config),
      trigger: newTrigger,
      about: once(() => ({ guide_id: guide.id, guide_kind: kind, guide_version: contentHash(guide) })),
    }
  })
}

/** Most guides of a config are never shown, so their hash is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** What `when` and `cancelOn` ask of events is asked as conditions do. */
const needsOf = ({ audience, goal, when, cancelOn }: GuideBase, { segments = {} }: Config): Dependencies =>
  dependencies([audience, goal, when?.event ? { event: when.event } : undefined, cancelOn], segments)
