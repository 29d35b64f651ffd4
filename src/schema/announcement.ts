import * as z from 'zod/mini'
import { button, media } from './action'
import { d } from './describe'
import { guideShape } from './guide'
import { text } from './scalars'
import { target } from './target'
import { placement } from './tour'

export const announcement = z.strictObject({
  ...guideShape,
  as: z.optional(d(z.literal(['modal', 'slideout', 'banner']), 'How it is shown; modal unless said.')),
  position: z.optional(d(z.literal(['top', 'bottom', 'start', 'end']), 'Where a banner or slideout stands.')),
  title: d(text, 'Title.'),
  body: z.optional(d(text, 'Body, in safe Markdown.')),
  media: z.optional(d(media, 'An image or video.')),
  buttons: z.optional(d(z.array(button), 'Buttons; “Got it” unless said.')),
})
export type Announcement = z.infer<typeof announcement>

export const hint = z.strictObject({
  ...guideShape,
  target: d(target, 'The element the beacon stands on.'),
  placement: z.optional(d(placement, 'Side of the target for its tooltip.')),
  title: d(text, 'Title.'),
  body: z.optional(d(text, 'Body, in safe Markdown.')),
  media: z.optional(d(media, 'An image or video.')),
  buttons: z.optional(d(z.array(button), 'Buttons; “Got it” unless said.')),
})
export type Hint = z.infer<typeof hint>
