import type { Account } from './accounts'
import { DAY_MS, HOUR_MS } from './calendar'
import { type Message, track } from './message'
import { createRandom } from './random'
import { uuid7 } from './uuid'

/**
 * The one event from before the history that still counts: the day an older account first got value. Without it an account
 * of two years would seem to have waited until the history begins.
 *
 * @param startMs when the history begins, Unix milliseconds.
 */
export function firstValue(seed: string, account: Account, startMs: number): Message[] {
  const [person] = account.people
  if (!person || account.createdAt >= startMs) return []
  const random = createRandom(`${seed}/first-value/${account.id}`)
  const days = Math.min(40, Math.max(0.2, random.around(account.medianMinutes < 6 ? 9 : 4, 0.7)))
  const atMs = Math.round(account.createdAt + days * DAY_MS + random.between(8, 16) * HOUR_MS)
  const sessionId = uuid7(atMs, random)
  const visit = { account, person, sessionId, startMs: atMs, durationMs: 0, random }
  return [track(visit, atMs, '/projects/board', 'Task Completed', { days_open: 1 })]
}
