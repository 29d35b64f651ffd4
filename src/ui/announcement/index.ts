import { tourEnglish } from '../../core/english/tour'
import type { TourState } from '../../core/tour-types'
import type { Announcement } from '../../schema'
import type { OpenSurface } from '../host'
import { open as openTour } from '../tour'
import { withText } from '../with-text'

/** An announcement is a tour of one step: the same card, without the events of steps. */
export const open: OpenSurface<Announcement, TourState> = (announcement, host) => {
  const { as = 'modal', title, body, media, position, buttons, ...guide } = announcement
  const close = { label: withText(host, tourEnglish).say('gotIt') }
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
