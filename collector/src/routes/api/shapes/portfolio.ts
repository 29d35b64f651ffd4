import * as z from 'zod/mini'
import type { HealthPreview, Metrics } from '../../../api-figures'
import type { Portfolio } from '../../../api-types'
import { band, nullable } from './account'

export const portfolio: z.ZodMiniType<Portfolio> = z.strictObject({
  asOf: z.nullable(z.string()),
  accounts: z.number(),
  average: nullable,
  mrr: nullable,
  bands: z.array(z.strictObject({ band, accounts: z.number(), mrr: nullable })),
  renewalsDue: z.strictObject({ accounts: z.number(), mrr: nullable }),
  history: z.array(
    z.strictObject({
      day: z.string(),
      healthy: z.number(),
      watch: z.number(),
      at_risk: z.number(),
      unknown: z.number(),
    }),
  ),
  movers: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      from: z.number(),
      to: z.number(),
      delta: z.number(),
      text: z.string(),
    }),
  ),
})

const estimate = z.nullable(
  z.strictObject({ value: z.number(), low: z.number(), high: z.number(), n: z.number() }),
)

export const metrics: z.ZodMiniType<Metrics> = z.strictObject({
  from: z.string(),
  to: z.string(),
  days: z.array(
    z.strictObject({
      day: z.string(),
      dau: z.number(),
      wau: z.number(),
      mau: z.number(),
      stickiness: nullable,
    }),
  ),
  nps: estimate,
  csat: estimate,
  ces: estimate,
  responseRate: nullable,
  activation: nullable,
  mrr: nullable,
  arpu: nullable,
  arpa: nullable,
})

export const healthPreview: z.ZodMiniType<HealthPreview> = z.strictObject({
  modelHash: z.string(),
  accounts: z.number(),
  bands: z.array(z.strictObject({ band, before: z.number(), after: z.number() })),
  moved: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      from: nullable,
      to: nullable,
      bandFrom: band,
      bandTo: band,
    }),
  ),
})
