import * as z from 'zod/mini'
import type { FeaturesList, GuideDetail, GuideSummary, GuidesList, SurveyDetail } from '../../../api-figures'
import type { ApiError, EventCount, EventsPage } from '../../../api-types'
import { nullable, surveyAnswer } from './account'

const text = z.nullable(z.string())

export const eventsPage: z.ZodMiniType<EventsPage> = z.strictObject({
  events: z.array(
    z.strictObject({
      messageId: z.string(),
      ts: z.number(),
      receivedAt: z.number(),
      type: z.string(),
      event: z.string(),
      userId: text,
      anonymousId: text,
      accountId: text,
      sessionId: text,
      path: text,
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
  next: text,
})

export const eventCount: z.ZodMiniType<EventCount> = z.strictObject({ events: z.number() })

const guideShape = {
  kind: z.string(),
  id: z.string(),
  shown: z.number(),
  completed: z.number(),
  dismissed: z.number(),
  failed: z.number(),
  withheld: z.number(),
  goalReached: z.number(),
  completionRate: nullable,
  lastShown: nullable,
}

export const guideSummary: z.ZodMiniType<GuideSummary> = z.strictObject(guideShape)

export const guidesList: z.ZodMiniType<GuidesList> = z.strictObject({ guides: z.array(guideSummary) })

export const guideDetail: z.ZodMiniType<GuideDetail> = z.strictObject({
  ...guideShape,
  steps: z.array(
    z.strictObject({
      id: z.string(),
      index: nullable,
      viewed: z.number(),
      completed: z.number(),
      medianMs: nullable,
      failed: z.number(),
      healed: z.number(),
    }),
  ),
  dismissals: z.array(z.strictObject({ how: z.string(), people: z.number() })),
  failures: z.array(
    z.strictObject({ stepId: text, reason: z.string(), people: z.number(), last: z.number() }),
  ),
})

const estimate = { value: z.number(), low: z.number(), high: z.number() }

export const surveyDetail: z.ZodMiniType<SurveyDetail> = z.strictObject({
  id: z.string(),
  metric: text,
  n: z.number(),
  nps: z.nullable(
    z.strictObject({ ...estimate, promoters: z.number(), passives: z.number(), detractors: z.number() }),
  ),
  csat: z.nullable(z.strictObject({ ...estimate, satisfied: z.number() })),
  ces: z.nullable(z.strictObject({ ...estimate, easy: z.number() })),
  distribution: z.array(z.strictObject({ score: z.number(), answers: z.number() })),
  shown: z.number(),
  answered: z
    .number()
    .check(
      z.describe(
        'People who were shown it and answered. Answers of clients that send no `Guide Shown` count in `n` alone.',
      ),
    ),
  responseRate: nullable,
  answers: z.array(surveyAnswer),
})

export const featuresList: z.ZodMiniType<FeaturesList> = z.strictObject({
  from: z.string(),
  to: z.string(),
  activeUsers: z.number(),
  features: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      key: z.boolean(),
      users: z.number(),
      accounts: z.number(),
      uses: z.number(),
      adoption: nullable,
      lastUsed: nullable,
    }),
  ),
})

export const apiError: z.ZodMiniType<ApiError> = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    path: z.exactOptional(z.string()),
    expected: z.exactOptional(z.string()),
  }),
})
