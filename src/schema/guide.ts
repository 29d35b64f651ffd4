import * as z from 'zod/mini'
import { condition, where } from './condition'
import { d } from './describe'
import { duration, eventName, id, isoDate, page, percent, whole } from './scalars'
import { target } from './target'

export const when = z.strictObject({
  page: z.optional(d(page, 'Only on pages that match.')),
  event: z.optional(d(eventName, 'When the user does this.')),
  where: z.optional(where),
  element: z.optional(d(target, 'When this element appears.')),
  click: z.optional(d(target, 'When the user clicks this.')),
  afterSeconds: z.optional(d(z.number().check(z.gte(0)), 'So many seconds after the other conditions hold.')),
  exitIntent: z.optional(d(z.boolean(), 'When the pointer leaves towards the top of the window.')),
  scrollPercent: z.optional(d(percent, 'When this share of the page has been scrolled.')),
  idleSeconds: z.optional(d(z.number().check(z.gte(1)), 'After so many seconds without input.')),
  code: z.optional(d(z.boolean(), 'Only by `start()`.')),
})
export type When = z.infer<typeof when>

export const frequency = z.union(
  [
    z.literal(['once', 'until-completed', 'every-session', 'always']),
    z.strictObject({
      every: d(duration, 'Not again before so much time has passed.'),
      max: z.optional(d(whole(1), 'At most so many times in all.')),
    }),
  ],
  { error: '"once", "until-completed", "every-session", "always" or {every, max}' },
)
export type Frequency = z.infer<typeof frequency>

export const position = z.literal(['bottom-end', 'bottom-start', 'top-end', 'top-start'])
export type Position = z.infer<typeof position>

/** What every guide has. */
export const guideShape = {
  id: d(
    id,
    'Unique among guides of this kind, and better among all: `start()`, conditions and history know a guide by its id alone. Kept for good, because history is kept under it.',
  ),
  name: z.optional(d(z.string(), 'Name for authors and the dashboard.')),
  enabled: z.optional(d(z.boolean(), 'Whether it can be shown at all; true unless said.')),
  from: z.optional(d(isoDate, 'Not before this date.')),
  until: z.optional(d(isoDate, 'Not from this date on.')),
  audience: z.optional(d(condition, 'Who may see it; everybody unless said.')),
  when: z.optional(d(when, 'The moment that starts it; all that is named must hold. At once unless said.')),
  cancelOn: z.optional(
    d(
      z.strictObject({ event: d(eventName, 'Name of the event.'), where: z.optional(where) }),
      'An event that disarms a pending delay.',
    ),
  ),
  frequency: z.optional(d(frequency, 'How often it may be shown; "once" unless said.')),
  priority: z.optional(d(z.number(), 'Higher goes first; 0 unless said, ties by order in the config.')),
  goal: z.optional(
    d(condition, 'What the guide is meant to lead to; `within` counts from the moment it is shown.'),
  ),
  holdout: z.optional(
    d(percent, 'Share of the audience that never sees it, so that its effect can be measured.'),
  ),
  sample: z.optional(d(percent, 'Stable share of the audience that may see it; 100 unless said.')),
  snooze: z.optional(d(duration, 'How long “later” is; P1D unless said.')),
}
const common = z.strictObject(guideShape)
/** The part of any guide that gates and the arbiter look at. */
export type GuideBase = z.infer<typeof common>
