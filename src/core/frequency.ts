import type { Frequency } from '../schema'
import type { Context, GuideRecord } from './context'
import { durationMs } from './duration'
import type { Slot } from './slot'
import { isPutOff } from './snooze'

export type FrequencyRefusal = 'once' | 'completed' | 'session' | 'interval' | 'max'

/**
 * Why a guide may not be shown again, or `undefined`. What interrupts is used up by being shown; what stays (checklist,
 * hint, banner) by being completed or dismissed. "Later" uses nothing up. `until-completed` and
 * `every-session` come once in a session.
 */
export function frequencyRefusal(
  frequency: Frequency = 'once',
  slot: Slot,
  record: GuideRecord | undefined,
  { now, sessionId }: Pick<Context, 'now' | 'sessionId'>,
): FrequencyRefusal | undefined {
  if (!record || frequency === 'always') return undefined
  if (frequency === 'until-completed' && record.completed !== undefined) return 'completed'
  const usedAt = usedUpAt(record, slot)
  if (usedAt === undefined) return undefined
  if (frequency === 'once') return 'once'
  if (typeof frequency === 'string') return record.session === sessionId ? 'session' : undefined
  if (record.shown >= (frequency.max ?? Infinity)) return 'max'
  return now - usedAt >= durationMs(frequency.every) ? undefined : 'interval'
}

/** When the latest showing was used up, in ms; `undefined` when it was not. */
function usedUpAt(record: GuideRecord, slot: Slot): number | undefined {
  if (isPutOff(record)) return undefined
  const { shown, last = 0, completed = 0, dismissed = 0 } = record
  const ended = Math.max(completed, dismissed)
  if (slot === 'interrupt') return shown > 0 ? last : undefined
  return ended > 0 && ended >= last ? ended : undefined
}
