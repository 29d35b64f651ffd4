import * as z from 'zod/mini'
import type { AccountDetail, AccountRow, AccountsPage } from '../../../api-types'

export const nullable = z.nullable(z.number())
const name = z.enum(['frequency', 'breadth', 'depth', 'onboarding', 'sentiment', 'trend'])
const perComponent = z.partialRecord(name, z.number())
const components = z.record(name, nullable)
const json = z.record(z.string(), z.unknown())

export const band = z.enum(['healthy', 'watch', 'at_risk', 'unknown'])

const rowShape = {
  id: z.string(),
  name: z.string(),
  traits: json,
  score: nullable,
  band,
  coverage: z.number(),
  components,
  contribution: perComponent,
  loss: perComponent,
  flags: z.array(z.strictObject({ id: z.string(), text: z.string(), userId: z.optional(z.string()) })),
  drivers: z.array(
    z.strictObject({
      component: name,
      direction: z.enum(['up', 'down']),
      points: z.number(),
      text: z.string(),
    }),
  ),
  trend: z.array(nullable),
  asOf: z.nullable(z.string()),
  modelHash: z.nullable(z.string()),
}

export const accountRow: z.ZodMiniType<AccountRow> = z.strictObject(rowShape)

export const accountsPage: z.ZodMiniType<AccountsPage> = z.strictObject({
  accounts: z.array(accountRow),
  total: z.number(),
  next: z.nullable(z.string()),
})

const change = z.strictObject({
  from: z.string(),
  to: z.string(),
  delta: z.number(),
  parts: z.array(
    z.strictObject({ component: name, behaviour: z.number(), model: z.number(), text: z.string() }),
  ),
})

export const surveyAnswer = z.strictObject({
  submissionId: z.string(),
  surveyId: z.string(),
  surveyName: z.string(),
  userId: z.nullable(z.string()),
  ts: z.number(),
  metric: z.nullable(z.string()),
  score: nullable,
  answers: json,
  said: z.array(z.strictObject({ questionId: z.string(), question: z.string(), value: z.unknown() })),
  completed: z.boolean(),
})

export const accountDetail: z.ZodMiniType<AccountDetail> = z.strictObject({
  ...rowShape,
  segment: z.nullable(z.string()),
  weights: perComponent,
  raw: nullable,
  caps: z.array(z.string()),
  signals: json,
  history: z.array(z.strictObject({ day: z.string(), score: nullable, band, components })),
  changes: z.array(change),
  users: z.array(
    z.strictObject({
      id: z.string(),
      traits: json,
      lastSeen: nullable,
      activeDays: z.number(),
      verified: z.boolean(),
    }),
  ),
  timeline: z.array(
    z.strictObject({
      messageId: z.string(),
      ts: z.number(),
      type: z.string(),
      event: z.string(),
      userId: z.nullable(z.string()),
      text: z.string(),
      properties: json,
    }),
  ),
  answers: z.array(surveyAnswer),
  guides: z.array(
    z.strictObject({
      kind: z.string(),
      id: z.string(),
      name: z.string(),
      shown: z.number(),
      completed: z.number(),
      dismissed: z.number(),
      doneCount: nullable,
      totalCount: nullable,
    }),
  ),
})
