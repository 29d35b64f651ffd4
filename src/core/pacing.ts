import type { GuideKind, Pacing } from '../schema'
import type { Context } from './context'
import { DAY_MS, MINUTE_MS } from './duration'
import type { AnyGuide, Slot } from './slot'

export type PacingRefusal = 'gap' | 'perSession' | 'perDay' | 'surveyGap' | 'npsGap'

/**
 * Which limit over all guides an interruption would break now, or `undefined`, as for what interrupts nobody. A day is
 * the last 24 hours, because the same limit must hold in every time zone.
 */
export function pacingRefusal(
  pacing: Pacing | undefined,
  { guide, kind, slot }: { guide: AnyGuide; kind: GuideKind; slot: Slot },
  { now, sessionId, history: { interruptions } }: Pick<Context, 'now' | 'sessionId' | 'history'>,
): PacingRefusal | undefined {
  if (!pacing || slot !== 'interrupt') return undefined
  const { perSession = Infinity, perDay = Infinity, surveyGapDays = 0, npsGapDays = 0 } = pacing
  const within = (spanMs: number) => interruptions.filter(({ at }) => now - at < spanMs)
  if (now < gapEnd(pacing, interruptions)) return 'gap'
  if (interruptions.filter(({ session }) => session === sessionId).length >= perSession) return 'perSession'
  if (within(DAY_MS).length >= perDay) return 'perDay'
  if (kind !== 'survey') return undefined
  if (within(surveyGapDays * DAY_MS).some((other) => other.kind === 'survey')) return 'surveyGap'
  const isNps = guide.metric === 'nps' && within(npsGapDays * DAY_MS).some(({ metric }) => metric === 'nps')
  return isNps ? 'npsGap' : undefined
}

/** When the gap after the latest interruption is over, in ms since the epoch; 0 without one. */
export const gapEnd = (
  { gapMinutes = 0 }: Pacing,
  interruptions: Context['history']['interruptions'],
): number => gapMinutes && (interruptions.at(-1)?.at ?? 0) + gapMinutes * MINUTE_MS
