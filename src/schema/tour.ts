import * as z from 'zod/mini'
import { button, media } from './action'
import { condition, where } from './condition'
import { d } from './describe'
import { guideShape } from './guide'
import { rules } from './rules'
import { eventName, id, page, text } from './scalars'
import { target } from './target'

export const placement = z.literal([
  'auto',
  'top',
  'top-start',
  'top-end',
  'bottom',
  'bottom-start',
  'bottom-end',
  'left',
  'left-start',
  'left-end',
  'right',
  'right-start',
  'right-end',
])

const advance = z.strictObject({
  click: z.optional(
    d(
      z.union([z.literal(true), target], { error: 'true, or a locator' }),
      'When the target, or this other element, is clicked.',
    ),
  ),
  input: z.optional(
    d(z.literal(true), 'When the target field is no longer empty and the user pauses or leaves it.'),
  ),
  event: z.optional(d(eventName, 'When the user does this.')),
  where: z.optional(where),
  page: z.optional(d(page, 'When the user reaches this page.')),
  element: z.optional(d(target, 'When this element appears.')),
})

export const step = z
  .strictObject({
    id: d(id, 'Unique in the tour; a tour under way is resumed by it.'),
    as: z.optional(
      d(
        z.literal(['tooltip', 'modal', 'slideout', 'banner']),
        'How it is shown; tooltip with a target, else modal.',
      ),
    ),
    target: z.optional(
      d(target, 'The element it belongs to: a locator, or a list of which the first visible wins.'),
    ),
    placement: z.optional(d(placement, 'Side of the target; flips when there is no room.')),
    position: z.optional(
      d(z.literal(['top', 'bottom', 'start', 'end']), 'Where a banner or slideout stands.'),
    ),
    title: z.optional(d(text, 'Title.')),
    body: z.optional(d(text, 'Body, in safe Markdown.')),
    media: z.optional(d(media, 'An image or video.')),
    page: z.optional(d(page, 'The page this step lives on; the tour waits until the user is there.')),
    advance: z.optional(d(advance, 'What the user does to go on; each that is named is enough.')),
    buttons: z.optional(d(z.array(button), 'Buttons; back and next unless said.')),
    show: z.optional(d(condition, 'Only when this holds; else the step is passed over.')),
    waitSeconds: z.optional(
      d(z.number().check(z.gte(0)), 'How long to wait for the target; 10 unless said.'),
    ),
    missing: z.optional(
      d(
        z.literal(['skip', 'end', 'center']),
        'What to do when the target does not come; "skip" unless said.',
      ),
    ),
    block: z.optional(d(z.boolean(), 'Keeps the user from using the target during this step.')),
    spotlight: z.optional(d(z.boolean(), 'Dims the page around the target; true unless said.')),
    highlight: z.optional(d(z.array(target), 'More elements to highlight.')),
    before: z.optional(
      d(
        z.strictObject({ click: d(target, 'Clicked once before the step, to open a menu or tab.') }),
        'Prepares the page.',
      ),
    ),
  })
  .check(rules.target, rules.content)
export type Step = z.infer<typeof step>

export const tour = z.strictObject({
  ...guideShape,
  steps: d(z.array(step).check(z.minLength(1)), 'The steps, in order.'),
})
export type Tour = z.infer<typeof tour>
