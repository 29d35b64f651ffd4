import * as z from 'zod/mini'
import { action } from './action'
import { condition } from './condition'
import { d } from './describe'
import { guideShape, position } from './guide'
import { id, text } from './scalars'

export const item = z.strictObject({
  id: d(id, 'Unique in the checklist.'),
  title: d(text, 'What is to be done.'),
  body: z.optional(d(text, 'A sentence more, in safe Markdown.')),
  done: d(condition, 'The item ticks itself when this is true, also for what happened before.'),
  after: z.optional(d(z.array(id), 'Items that come first.')),
  do: z.optional(d(action, 'What a click on the item does.')),
  label: z.optional(d(text, 'What its button says; “Start” unless said.')),
})
export type Item = z.infer<typeof item>

export const checklist = z.strictObject({
  ...guideShape,
  title: d(text, 'Title of the card.'),
  body: z.optional(d(text, 'A sentence under the title, in safe Markdown.')),
  launcher: z.optional(d(position, 'Corner of the launcher; bottom-end unless said.')),
  open: z.optional(d(z.boolean(), 'Whether it is open the first time; true unless said.')),
  items: d(z.array(item).check(z.minLength(1)), 'The items.'),
  celebrate: z.optional(d(z.boolean(), 'A brief celebration when all is done.')),
})
export type Checklist = z.infer<typeof checklist>
