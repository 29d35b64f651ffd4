import * as z from 'zod/mini'
import { condition } from './condition'
import { d } from './describe'
import { position } from './guide'
import { rules } from './rules'
import { id, isoDate, text, url } from './scalars'

const entryShape = {
  id: d(id, 'Unique in the hub.'),
  title: d(text, 'Title.'),
  audience: z.optional(d(condition, 'Who may see it; everybody unless said.')),
  date: z.optional(d(isoDate, 'When it appeared; what the user has not seen since is marked new.')),
}

export const article = z
  .strictObject({
    ...entryShape,
    body: z.optional(d(text, 'The article, in safe Markdown.')),
    url: z.optional(d(url, 'Where the article is, when it is not here.')),
  })
  .check(rules.article)

export const video = z.strictObject({
  ...entryShape,
  video: d(url, 'Address of an mp4 or webm file, or of a video on an allow-listed host.'),
  poster: z.optional(d(url, 'Image shown before it plays.')),
  captions: z.optional(d(url, 'WebVTT captions.')),
})

export const hub = z.strictObject({
  title: z.optional(d(text, 'Title of the panel.')),
  audience: z.optional(d(condition, 'Who may see it; everybody unless said.')),
  launcher: z.optional(d(position, 'Corner of the launcher; bottom-end unless said.')),
  articles: z.optional(d(z.array(article), 'Help articles.')),
  videos: z.optional(d(z.array(video), 'Videos.')),
  tours: z.optional(d(z.array(id), 'Tours that can be started from here.')),
  checklists: z.optional(d(z.array(id), 'Checklists that can be opened from here.')),
  announcements: z.optional(d(z.array(id), 'Announcements that can be read again; all unless said.')),
  feedback: z.optional(d(id, 'Survey behind “Give feedback”.')),
})
export type Hub = z.infer<typeof hub>
