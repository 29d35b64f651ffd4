import type { Context } from '../core/context'
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
  /** Content hash, sent with every event of the guide. */
  version(): string
}

const LISTS = [
  ['tours', 'tour'],
  ['checklists', 'checklist'],
  ['surveys', 'survey'],
  ['announcements', 'announcement'],
  ['hints', 'hint'],
] as const

type SavedTrigger = (key: string) => TriggerState | undefined

export function createEntries(config: Config, savedTrigger: SavedTrigger): Entry[] {
  const segments = config.segments ?? {}
  return LISTS.flatMap(([list, kind]) =>
    (config[list] ?? []).map((guide: GuideBase) => ({ guide, kind })),
  ).map(({ guide, kind }, order) => createEntry(guide, kind, order, segments, savedTrigger))
}

function createEntry(
  guide: GuideBase,
  kind: GuideKind,
  order: number,
  segments: Context['segments'],
  savedTrigger: SavedTrigger,
): Entry {
  const key = `${kind}.${guide.id}`
  const needs = dependencies(guide.audience, segments)
  dependencies(guide.goal, segments, needs)
  for (const event of [guide.when?.event, guide.cancelOn?.event]) if (event) needs.events.add(event)
  let version: string | undefined
  return {
    guide,
    kind,
    slot: slotOf(guide, kind),
    order,
    key,
    needs,
    trigger: savedTrigger(key) ?? newTrigger,
    version: () => (version ??= contentHash(guide)),
  }
}
