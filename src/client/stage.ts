import { isDialogOpen, isInDialog } from '../platform/dialog'
import { later } from '../platform/later'
import type { Place } from '../platform/place'
import { isVisible } from '../platform/visibility'
import type { Stage } from '../store/stage'
import { createRehearsal } from './rehearsal'
import { createSurfaceLoader } from './surfaces'
import { whenLoaded } from './when-loaded'

export interface StageOptions extends Pick<Stage, 'track' | 'isTyping' | 'report'> {
  /** Absent when the config names no elements. */
  finding: typeof import('../platform/finding') | undefined
  /** Language of the interface, a BCP 47 tag. */
  locale: string
  place: Place
}

/** The page as the director sees it. What waits for moments and obstacles is loaded when a guide first does. */
export function createStage({ finding, locale, place, ...options }: StageOptions): Stage {
  const { track, report } = options
  const load = createSurfaceLoader(locale, report.warn)
  const failed = ({ message }: Error) => report.error(`guides that wait cannot be shown: ${message}`)
  return {
    ...options,
    ...place,
    later,
    load,
    rehearse: createRehearsal(load, place.reserve),
    isDialogOpen,
    isInDialog: (target) => isInDialog(finding?.locate(target)?.element),
    isHidden: () => !isVisible(),
    onMoment: (moments, happened) =>
      whenLoaded(import('./waiting'), ({ waitFor }) => waitFor(moments, finding, happened), failed),
    loadWaits(again, loaded) {
      const begin = ({ watchObstacles }: typeof import('./waiting')) => {
        const waits = watchObstacles(finding, { again, later, track })
        loaded(waits)
        return waits.destroy
      }
      return whenLoaded(import('./waiting'), begin, failed)
    },
  }
}
