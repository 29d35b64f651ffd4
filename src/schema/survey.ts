import * as z from 'zod/mini'
import { action, media } from './action'
import { condition } from './condition'
import { d } from './describe'
import { guideShape } from './guide'
import { id, text, whole } from './scalars'

const questionShape = {
  id: d(id, 'Unique in the survey; answers are kept under it.'),
  title: d(text, 'The question.'),
  body: z.optional(d(text, 'A sentence more, in safe Markdown.')),
  show: z.optional(d(condition, 'Only when this holds.')),
  optional: z.optional(d(z.boolean(), 'Whether it may be left unanswered.')),
  goto: z.optional(
    d(
      z.union(
        [
          id,
          z.array(
            z.strictObject({
              if: z.optional(d(condition, 'When this holds.')),
              to: d(id, 'Go to this question.'),
            }),
          ),
        ],
        { error: 'the id of a question, or a list of {if, to}' },
      ),
      'The question that comes next: an id, or a list of which the first that holds wins; "end" ends the survey.',
    ),
  ),
}
const kind = <Kind extends string>(type: Kind, sentence: string) => d(z.literal(type), sentence)
const endLabels = {
  low: z.optional(d(text, 'Label under the lowest value.')),
  high: z.optional(d(text, 'Label under the highest value.')),
}
const choiceList = d(
  z
    .array(z.strictObject({ id: d(id, 'Stored as the answer.'), label: d(text, 'What the user reads.') }))
    .check(z.minLength(2)),
  'The choices.',
)
const choiceShape = {
  choices: choiceList,
  other: z.optional(
    d(
      z.union([z.boolean(), text], { error: 'true, or its label' }),
      'Adds a free text choice, with this label.',
    ),
  ),
  shuffle: z.optional(d(z.boolean(), 'Order drawn once per user.')),
}

export const question = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      ...questionShape,
      ...endLabels,
      type: kind('nps', 'How likely to recommend, 0 to 10.'),
    }),
    z.strictObject({
      ...questionShape,
      ...endLabels,
      type: kind('csat', 'How satisfied.'),
      points: z.optional(
        d(
          z.union([z.literal(2), z.literal(3), z.literal(5), z.literal(7)], { error: '2, 3, 5 or 7' }),
          'Number of points; 5 unless said.',
        ),
      ),
      look: z.optional(
        d(z.literal(['stars', 'emoji', 'numbers']), 'How the points look; numbers unless said.'),
      ),
    }),
    z.strictObject({ ...questionShape, ...endLabels, type: kind('ces', 'How easy: agreement, 1 to 7.') }),
    z.strictObject({
      ...questionShape,
      ...endLabels,
      type: kind('rating', 'A scale from 1.'),
      points: d(whole(2, 10), 'Number of points, 2 to 10.'),
    }),
    z.strictObject({ ...questionShape, ...choiceShape, type: kind('choice', 'One of several choices.') }),
    z.strictObject({
      ...questionShape,
      ...choiceShape,
      type: kind('choices', 'Some of several choices.'),
      min: z.optional(d(whole(0), 'At least so many.')),
      max: z.optional(d(whole(1), 'At most so many.')),
    }),
    z.strictObject({
      ...questionShape,
      type: kind('text', 'Free text.'),
      maxLength: z.optional(d(whole(1, 10_000), 'Longest answer in characters; 2,000 unless said.')),
      placeholder: z.optional(d(text, 'Shown while it is empty.')),
    }),
    z.strictObject({
      ...questionShape,
      type: kind('consent', 'A box to tick.'),
      label: d(text, 'What the user agrees to.'),
    }),
    z.strictObject({
      ...questionShape,
      type: kind('statement', 'Something to read, without an answer.'),
      media: z.optional(d(media, 'An image or video.')),
    }),
  ],
  { error: 'nps, csat, ces, rating, choice, choices, text, consent or statement' },
)
export type Question = z.infer<typeof question>

const thanks = z.strictObject({
  show: z.optional(d(condition, 'Only when this holds; the first that holds is shown.')),
  title: d(text, 'Title.'),
  body: z.optional(d(text, 'Body, in safe Markdown.')),
  do: z.optional(d(action, 'What its button does.')),
  label: z.optional(d(text, 'What its button says.')),
})
export type Thanks = z.infer<typeof thanks>

export const survey = z.strictObject({
  ...guideShape,
  metric: z.optional(
    d(
      z.literal(['nps', 'csat', 'ces']),
      'What it measures; its first question of that type gives the score.',
    ),
  ),
  as: z.optional(d(z.literal(['slideout', 'modal']), 'How it is shown; slideout unless said.')),
  questions: d(z.array(question).check(z.minLength(1)), 'The questions, in order.'),
  thanks: z.optional(d(z.array(thanks), 'What is said at the end.')),
})
export type Survey = z.infer<typeof survey>
