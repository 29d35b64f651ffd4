import type { GuideKind, Pacing } from '../schema'
import type { Context } from './context'
import { DAY_MS, MINUTE_MS } from './duration'

export type PacingRefusal = 'gap' | 'perSession' | 'perDay' | 'surveyGap' | 'npsGap'

/**
 * Which limit over all guides an interruption would break now, or `undefined`. A day is the last 24 hours, because the
 * same limit must hold in every time zone.
 */
export function pacingRefusal(
  pacing: Pacing | undefined,
  kind: GuideKind,
  metric: unknown,
  { now, sessionId, history: { interruptions } }: Pick<Context, 'now' | 'sessionId' | 'history'>,
): PacingRefusal | undefined {
  if (!pacing) return undefined
  type Entry = (typeof interruptions)[number]
  const within = (spanMs: number | undefined, test: (entry: Entry) => boolean = () => true) =>
    interruptions.filter((entry) => now - entry.at < (spanMs ?? 0) && test(entry)).length
  const isNps = (entry: Entry) => entry.metric === 'nps'
  if (now < gapEnd(pacing, interruptions)) return 'gap'
  if (interruptions.filter(({ session }) => session === sessionId).length >= (pacing.perSession ?? Infinity))
    return 'perSession'
  if (within(DAY_MS) >= (pacing.perDay ?? Infinity)) return 'perDay'
  if (kind !== 'survey') return undefined
  if (within((pacing.surveyGapDays ?? 0) * DAY_MS, (entry) => entry.kind === 'survey') > 0) return 'surveyGap'
  return metric === 'nps' && within((pacing.npsGapDays ?? 0) * DAY_MS, isNps) > 0 ? 'npsGap' : undefined
}

/** When the gap after the latest interruption is over, in ms since the epoch. */
export function gapEnd(
  { gapMinutes = 0 }: Pacing,
  interruptions: Context['history']['interruptions'],
): number {
  const latest = Math.max(...interruptions.map(({ at }) => at), Number.NEGATIVE_INFINITY)
  return gapMinutes > 0 ? latest + gapMinutes * MINUTE_MS : Number.NEGATIVE_INFINITY
}
