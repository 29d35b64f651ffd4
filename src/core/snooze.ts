import type { GuideBase } from '../schema'
import type { GuideRecord } from './context'
import { durationMs } from './duration'

/** What is kept when the user puts a guide off at `now`, in ms: for one day unless the guide says otherwise. */
export const putOff = ({ snooze = 'P1D' }: GuideBase, now: number): Partial<GuideRecord> => ({
  snoozedAt: now,
  snoozedUntil: now + durationMs(snooze),
})

/**
 * Whether “later” was the user's last word on a guide. A showing or an end after it makes it history, also while its time
 * is not over; so does the end of that time where the beginning was not kept.
 */
export function isPutOff(record: GuideRecord | undefined): boolean {
  const { last = 0, completed = 0, dismissed = 0, snoozedUntil, snoozedAt = snoozedUntil } = record ?? {}
  return snoozedAt !== undefined && snoozedAt >= Math.max(last, completed, dismissed)
}
