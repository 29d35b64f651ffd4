import * as z from 'zod/mini'
import { d } from './describe'
import { eventName, id, text, url, whole } from './scalars'

const json = z.record(z.string(), z.unknown())

export const action = z.union(
  [
    z.literal(['next', 'back', 'close', 'snooze']),
    z.strictObject({ start: d(id, 'Starts this guide.') }),
    z.strictObject({
      navigate: d(url, 'Goes there in the same tab, through `onNavigate` when the host gives it.'),
    }),
    z.strictObject({ open: d(url, 'Opens this in a new tab.') }),
    z.strictObject({
      track: d(eventName, 'Sends this event.'),
      properties: z.optional(d(json, 'Properties of the event.')),
    }),
    z.strictObject({
      call: d(z.string().check(z.minLength(1)), 'Calls `onAction` of the host with this name.'),
      with: z.optional(d(json, 'Passed to `onAction` as data.')),
    }),
  ],
  { error: '"next", "back", "close", "snooze", {start}, {navigate}, {open}, {track} or {call}' },
)
export type Action = z.infer<typeof action>

export const button = z.strictObject({
  label: d(text, 'What the button says.'),
  do: z.optional(d(action, 'What it does; "next" unless said.')),
  goto: z.optional(d(id, 'Goes to this step instead of the next one.')),
  style: z.optional(
    d(z.literal(['primary', 'secondary', 'link']), 'How it looks; the last button is primary unless said.'),
  ),
})
export type Button = z.infer<typeof button>

export const media = z.union(
  [
    z.strictObject({
      image: d(url, 'Address of an image.'),
      alt: d(text, 'What the image shows, for those who do not see it; empty when it is decoration.'),
      width: z.optional(d(whole(1), 'Width in pixels; with `height`, reserves the space before it loads.')),
      height: z.optional(d(whole(1), 'Height in pixels.')),
    }),
    z.strictObject({
      video: d(
        url,
        'Address of an mp4 or webm file, or of a video on an allow-listed host, which loads on click.',
      ),
      title: d(text, 'Title of the video.'),
      poster: z.optional(d(url, 'Image shown before it plays.')),
      captions: z.optional(d(url, 'WebVTT captions.')),
    }),
  ],
  { error: '{image, alt} or {video, title}' },
)
export type Media = z.infer<typeof media>
