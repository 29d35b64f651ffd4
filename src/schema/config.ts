import * as z from 'zod/mini'
import { announcement, hint } from './announcement'
import { checklist } from './checklist'
import { condition, where } from './condition'
import { d } from './describe'
import { hub } from './hub'
import { eventName, id, language, page, whole } from './scalars'
import { survey } from './survey'
import { target } from './target'
import { tour } from './tour'

export const feature = z.strictObject({
  id: d(id, 'Unique among features.'),
  name: d(z.string().check(z.minLength(1)), 'Name on the dashboard.'),
  key: z.optional(d(z.boolean(), 'Counts as a key feature in health.')),
  on: d(
    z.union(
      [
        z.strictObject({ event: d(eventName, 'Used when the user does this.'), where: z.optional(where) }),
        z.strictObject({
          click: d(target, 'Used when the user clicks this, or something in it.'),
          page: z.optional(d(page, 'Only on pages that match.')),
        }),
      ],
      { error: '{event, where} or {click, page}' },
    ),
    'What counts as using it.',
  ),
})
export type Feature = z.infer<typeof feature>

export const pacing = z.strictObject({
  gapMinutes: z.optional(
    d(z.number().check(z.gte(0)), 'Minutes between two guides that interrupt; 0 unless said.'),
  ),
  perSession: z.optional(d(whole(0), 'Guides that interrupt, per session; no limit unless said.')),
  perDay: z.optional(d(whole(0), 'Guides that interrupt, per day; no limit unless said.')),
  surveyGapDays: z.optional(d(z.number().check(z.gte(0)), 'Days between two surveys; 0 unless said.')),
  npsGapDays: z.optional(d(z.number().check(z.gte(0)), 'Days between two NPS surveys; 0 unless said.')),
})
export type Pacing = z.infer<typeof pacing>

export const theme = z.strictObject({
  accent: z.optional(
    d(
      z.string().check(z.regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/u, 'a colour such as "#2f6f4f"')),
      'Colour of the primary action, progress and focus.',
    ),
  ),
  mode: z.optional(
    d(z.literal(['auto', 'light', 'dark']), 'Light or dark; as the user prefers unless said.'),
  ),
  radius: z.optional(d(z.number().check(z.gte(0), z.lte(32)), 'Corner radius in pixels; 10 unless said.')),
  font: z.optional(
    d(
      z.string().check(z.regex(/^[^;{}<>]*$/u, 'a font-family list')),
      'Font family; that of the host unless said.',
    ),
  ),
})
export type Theme = z.infer<typeof theme>

const form = (numbers: string) => z.optional(d(z.string(), `Form for ${numbers}.`))

/** An interface string. Plural categories: https://cldr.unicode.org/index/cldr-spec/plural-rules */
const message = z.union(
  [
    z.string(),
    z.strictObject({
      zero: form('none, where the language has such a form'),
      one: form('one'),
      two: form('two'),
      few: form('few'),
      many: form('many'),
      other: d(z.string(), 'Form for every other number.'),
    }),
  ],
  { error: 'a text or {one, other}, its plural forms' },
)

/** Everything in the config that is not a list of guides. */
const settingsShape = {
  $schema: z.optional(d(z.string(), 'Where editors find this schema.')),
  version: d(z.literal(1), 'Version of this format.'),
  name: z.optional(d(z.string(), 'Name of the product.')),
  defaultLocale: z.optional(d(language, 'Language used when a text lacks the language of the user.')),
  strings: z.optional(
    d(
      z.record(language, z.record(z.string(), message)),
      'Interface strings to replace, by language and key.',
    ),
  ),
  features: z.optional(d(z.array(feature), 'What is measured in the product.')),
  segments: z.optional(d(z.record(id, condition), 'Named audiences, by id.')),
  firstValue: z.optional(
    d(
      z.union(
        [
          z.strictObject({ feature: d(id, 'Id of a feature.') }),
          z.strictObject({ event: d(eventName, 'Name of an event.') }),
        ],
        {
          error: '{feature} or {event}',
        },
      ),
      'What means that an account got its first value.',
    ),
  ),
  pacing: z.optional(d(pacing, 'Limits over all guides.')),
  theme: z.optional(d(theme, 'How guides look.')),
}
const guidesShape = {
  tours: z.optional(d(z.array(tour), 'Guided tours.')),
  checklists: z.optional(d(z.array(checklist), 'Checklists.')),
  surveys: z.optional(d(z.array(survey), 'Surveys.')),
  announcements: z.optional(d(z.array(announcement), 'Announcements.')),
  hints: z.optional(d(z.array(hint), 'Hints.')),
  hub: z.optional(d(hub, 'The resource centre.')),
}

/** The whole document, with every key known. */
export const configSchema = z.strictObject({ ...settingsShape, ...guidesShape })
export type Config = z.infer<typeof configSchema>

/** Schema of each list of the document, so that one bad element is left out by itself. */
export const listSchemas = {
  features: feature,
  tours: tour,
  checklists: checklist,
  surveys: survey,
  announcements: announcement,
  hints: hint,
}
/** Schema of each other key of the document. */
export const keySchemas = { ...settingsShape, hub: guidesShape.hub }

export type GuideKind = 'tour' | 'checklist' | 'survey' | 'announcement' | 'hint'
