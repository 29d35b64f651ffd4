import { tourEnglish } from '../../core/english/tour'
import type { TourState } from '../../core/tour-types'
import type { Announcement } from '../../schema'
import type { OpenSurface } from '../host'
import { open as openTour } from '../tour'

/** An announcement is a tour of one step: the same card, without the events of steps. */
export const open: OpenSurface<Announcement, TourState> = (announcement, host) => {
  const { as = 'modal', title, body, media, position, buttons, ...guide } = announcement
  const gotIt = host.strings?.gotIt ?? tourEnglish.gotIt
  const close = { label: typeof gotIt === 'string' ? gotIt : gotIt.other }
  const step = { id: 'announcement', as, title, body, media, position, buttons: buttons ?? [close] }
  return openTour(
    { ...guide, steps: [step] },
    {
      ...host,
      track(event, properties) {
        if (!event.startsWith('Step ')) host.track(event, properties)
      },
    },
  )
}
