import { type Dependencies, dependencies } from '../core/dependencies'
import type { Subject } from '../core/gates'
import { contentHash } from '../core/hash'
import { type AnyGuide, slotOf } from '../core/slot'
import { newTrigger } from '../core/triggers'
import type { Config, GuideBase, GuideKind } from '../schema'

/** One guide of the config, with what the director remembers of it. */
export interface Entry extends Subject {
  /** Position in the config, over all kinds. */
  order: number
  /** Under which its progress is kept: `tour.welcome`. */
  key: string
  needs: Dependencies
  /** ms since the epoch: when time alone may bring it nearer to the screen. */
  dueAt?: number | undefined
  /** What every event of the guide carries. */
  about(): About
}

type About = { guide_id: string; guide_kind: GuideKind; guide_version: string }

/** Every guide of these kinds in a config. */
export function createEntries(config: Config, kinds: readonly GuideKind[]): Entry[] {
  const guides = kinds.flatMap((kind) =>
    (config[`${kind}s`] ?? []).map((guide: GuideBase) => ({ guide, kind })),
  )
  return guides.map(({ guide, kind }, order) => {
    let about: About | undefined
    return {
      guide,
      kind,
      slot: slotOf(guide, kind),
      order,
      key: `${kind}.${guide.id}`,
      needs: needsOf(guide, config),
      trigger: newTrigger,
      about() {
        // Most guides of a config are never shown, so their hash is made when it is first asked for.
        about ??= { guide_id: guide.id, guide_kind: kind, guide_version: contentHash(guide) }
        return about
      },
    }
  })
}

/** What `when` and `cancelOn` ask of events is asked as conditions do. */
function needsOf(
  { audience, goal, when, cancelOn, items = [] }: AnyGuide,
  { segments = {} }: Config,
): Dependencies {
  const events = [when?.event ? { event: when.event } : undefined, cancelOn]
  return dependencies([audience, goal, ...events, ...items.map(({ done }) => done)], segments)
}
