import * as z from 'zod/mini'
import { addDays } from '../../signals/days'
import { day, parameters } from './parameters'
import { badParameter } from './problem'

const USUAL_DAYS = 28

/** The parameters `from` and `to`: days, both included; the last 28 without. */
export const periodQuery = parameters({ from: z.optional(day), to: z.optional(day) })

export interface Period {
  from: string
  to: string
}

/** @throws ApiProblem when it ends before it begins. */
export function period({ from, to }: z.infer<typeof periodQuery>, today: string): Period {
  const last = to ?? today
  const first = from ?? addDays(last, 1 - USUAL_DAYS)
  if (first > last) throw badParameter('to', last, `a day from ${first} on`)
  return { from: first, to: last }
}
