import { tourEnglish } from '../../core/english/tour'
import type { TourState } from '../../core/tour-types'
import type { Announcement, Button } from '../../schema'
import type { OpenSurface } from '../host'
import { open as openTour } from '../tour'
import { withText } from '../with-text'

/**
 * An announcement is a tour of one step: the same card, without the events of steps, and without its keys, because nobody
 * steps through it.
 */
export const open: OpenSurface<Announcement, TourState> = (announcement, host) => {
  const { as = 'modal', title, body, media, position, buttons, ...guide } = announcement
  const close = { label: withText(host, tourEnglish).say('gotIt') }
  const step = {
    id: 'announcement',
    as,
    title,
    body,
    media,
    position,
    buttons: (buttons ?? [close]).map(ending),
  }
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

/** Whatever a button does ends it first, so that a page which is left at once has it recorded; one is for later. */
const ending = (button: Button): Button =>
  button.do === 'close' || button.do === 'snooze' ? button : { ...button, goto: 'end' }
