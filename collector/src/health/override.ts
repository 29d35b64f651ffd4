import type { Band } from '../api-types'

/** A person's judgement that stands in for the computed band; the computed value stays visible beside it. */
export interface Override {
  band: Band
  reason: string
  author: string
  /** ISO dates. */
  setOn: string
  expiresOn: string
}

const DAY_MS = 86_400_000
const MAX_DAYS = 30

/** The override if it may stand on `day`; `null` once it has expired. */
export function activeOverride(override: Override | null, day: string): Override | null {
  return override && override.setOn <= day && day < override.expiresOn ? override : null
}

/** Problems of an override before it is stored; empty when it is good. */
export function overrideProblems({ reason, author, setOn, expiresOn }: Override): string[] {
  const days = (Date.parse(expiresOn) - Date.parse(setOn)) / DAY_MS
  const problems: string[] = []
  if (reason.trim() === '') problems.push('reason: found nothing, expected a sentence')
  if (author.trim() === '') problems.push('author: found nothing, expected a person')
  if (!(days > 0 && days <= MAX_DAYS)) problems.push(`expiresOn: expected 1 to ${MAX_DAYS} days after setOn`)
  return problems
}
