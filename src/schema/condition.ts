import * as z from 'zod/mini'
import { d } from './describe'
import { type OPERATORS, rules } from './rules'
import { duration, eventName, id, isoDate, language, page, pattern, percent, scalar } from './scalars'
import { target } from './target'

const number = z.number()
const ordered = z.union([z.number(), z.string()], { error: 'a number, or an ISO 8601 date' })

/** Shared by traits, event properties, counts and answers; several in one object must all hold. */
const operatorShape = {
  is: z.optional(d(scalar, 'Equal to this value.')),
  isNot: z.optional(d(scalar, 'Not equal to this value; also true when it is missing.')),
  in: z.optional(d(z.array(scalar), 'One of these values.')),
  notIn: z.optional(d(z.array(scalar), 'None of these values; also true when it is missing.')),
  gt: z.optional(d(ordered, 'Greater than.')),
  gte: z.optional(d(ordered, 'Greater than or equal to.')),
  lt: z.optional(d(ordered, 'Less than.')),
  lte: z.optional(d(ordered, 'Less than or equal to.')),
  contains: z.optional(d(scalar, 'Text that contains this text, or a list that contains this value.')),
  startsWith: z.optional(d(z.string(), 'Text that starts with this.')),
  endsWith: z.optional(d(z.string(), 'Text that ends with this.')),
  matches: z.optional(d(pattern, 'Text that matches this regular expression.')),
  exists: z.optional(d(z.boolean(), 'Whether there is a value at all.')),
  before: z.optional(d(isoDate, 'A date before this one.')),
  after: z.optional(d(isoDate, 'A date after this one.')),
  olderThan: z.optional(d(duration, 'A date longer ago than this duration.')),
  newerThan: z.optional(d(duration, 'A date less long ago than this duration.')),
} satisfies Record<(typeof OPERATORS)[number], z.ZodMiniType>

export const operators = z.strictObject(operatorShape).check(rules.operator)
export type Operators = z.infer<typeof operators>

const countShape = {
  is: z.optional(d(number, 'Exactly so often.')),
  gt: z.optional(d(number, 'More often than.')),
  gte: z.optional(d(number, 'At least so often.')),
  lt: z.optional(d(number, 'Less often than.')),
  lte: z.optional(d(number, 'At most so often.')),
}
const count = z.strictObject(countShape)

export const where = d(
  z.record(z.string(), operators),
  'Conditions on the properties of the event, by property path.',
)
export type Where = z.infer<typeof where>

export const eventLeaf = z.strictObject({
  event: d(eventName, 'Name of an event the user did.'),
  where: z.optional(where),
  count: z.optional(d(count, 'How often; at least once unless said.')),
  within: z.optional(d(duration, 'Only the last so much time counts; ever unless said.')),
})

const trait = z
  .strictObject({
    trait: d(z.string().check(z.minLength(1)), 'Path of a property of the user.'),
    ...operatorShape,
  })
  .check(rules.operator)
const account = z
  .strictObject({
    account: d(z.string().check(z.minLength(1)), 'Path of a property of the account.'),
    ...operatorShape,
  })
  .check(rules.operator)
const answer = z
  .strictObject({ answer: d(id, 'Id of a question of the same survey.'), ...operatorShape })
  .check(rules.operator)

const featureUsed = z.strictObject({
  feature: d(id, 'Id of a feature.'),
  used: d(z.boolean(), 'Whether the user used it at least once.'),
})
const featureAdopted = z.strictObject({
  feature: d(id, 'Id of a feature.'),
  adopted: d(z.boolean(), 'Whether the user used it on at least 4 of the last 28 days.'),
})
const guide = z.strictObject({
  guide: d(id, 'Id of another guide.'),
  state: d(
    z.literal(['shown', 'started', 'completed', 'dismissed', 'answered', 'never']),
    'What has happened with that guide for this user.',
  ),
})
const onPage = z.strictObject({ page: d(page, 'Pattern of the page the user is on.') })
const element = z.strictObject({
  element: d(target, 'An element of the page.'),
  visible: d(z.boolean(), 'Whether it is there and visible.'),
})
const device = z.strictObject({
  device: d(z.literal(['desktop', 'tablet', 'mobile']), 'Kind of device, by the width of the window.'),
})
const inLanguage = z.strictObject({ language: d(language, 'Language of the user, or the start of it.') })
const segment = z.strictObject({ segment: d(id, 'Id of a segment.') })
const share = z.strictObject({
  percent: d(percent, 'The user falls in this stable share of all users.'),
  salt: z.optional(d(z.string(), 'Another salt draws another share.')),
})
const health = z.strictObject({
  health: d(
    z.literal(['at_risk', 'watch', 'healthy', 'unknown']),
    'Band of the account, as last told by the collector.',
  ),
})

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | z.infer<typeof trait>
  | z.infer<typeof account>
  | z.infer<typeof answer>
  | z.infer<typeof eventLeaf>
  | z.infer<typeof featureUsed>
  | z.infer<typeof featureAdopted>
  | z.infer<typeof guide>
  | z.infer<typeof onPage>
  | z.infer<typeof element>
  | z.infer<typeof device>
  | z.infer<typeof inLanguage>
  | z.infer<typeof segment>
  | z.infer<typeof share>
  | z.infer<typeof health>

let branches: z.ZodMiniType<Condition> | undefined

// The one recursive type: named by hand, because inference cannot follow a schema into itself.
export const condition: z.ZodMiniType<Condition> = z.lazy(() => {
  // Made once: a description makes a copy of `condition`, which must come back to the same branches.
  branches ??= z.union(
    [
      z.strictObject({ all: d(z.array(condition), 'All of these hold.') }),
      z.strictObject({ any: d(z.array(condition), 'At least one of these holds.') }),
      z.strictObject({ not: d(condition, 'This does not hold.') }),
      trait,
      account,
      answer,
      eventLeaf,
      featureUsed,
      featureAdopted,
      guide,
      onPage,
      element,
      device,
      inLanguage,
      segment,
      share,
      health,
    ],
    {
      error:
        'a condition: all, any, not, trait, account, event, feature, guide, page, element, device, language, answer, segment, percent or health',
    },
  )
  return branches
})
