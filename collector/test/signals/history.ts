import type { WireEvent } from 'handrail/schema'
import { toRow } from '../../src/event-store/row'
import { createTsvLines } from '../../src/event-store/tsv-lines'

/** One message with its account already resolved. */
export interface Told {
  account: string
  ts: number
  message: WireEvent & { messageId: string }
}

const DAY_MS = 86_400_000
const FEATURES = ['create-project', 'export-csv', 'invite']
const EVENTS = ['Project Created', 'Task Created', 'Report Viewed']

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Events of `accounts` accounts over the `days` days up to and including the one that begins at `lastDay` (UTC). */
export function makeHistory({ seed = 1, accounts = 8, days = 75, lastDay = '2026-11-20' } = {}): Told[] {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T // the lists are not empty
  const start = Date.parse(lastDay) - (days - 1) * DAY_MS
  const told: Told[] = []
  const tell = (account: string, ts: number, message: WireEvent) =>
    told.push({ account, ts, message: { ...message, messageId: `m-${told.length}` } })

  for (let a = 0; a < accounts; a++) {
    const account = `account-${a}`
    const first = Math.floor(next() * (a % 3 === 0 ? days - 5 : 10))
    const last = a % 4 === 1 ? days - 20 : days
    const users = Array.from({ length: 2 + Math.floor(next() * 5) }, (_, u) => `user-${a}-${u}`)
    const at = (day: number) => start + day * DAY_MS + Math.floor(next() * DAY_MS)
    const track = (ts: number, userId: string, event: string, properties: Record<string, unknown> = {}) =>
      tell(account, ts, { type: 'track', userId, event, properties })
    const guide = (ts: number, userId: string, event: string, kind: string, id: string, more = {}) =>
      track(ts, userId, event, { guide_kind: kind, guide_id: id, ...more })

    if (a % 5 !== 4) {
      tell(account, at(first), {
        type: 'group',
        userId: users[0],
        groupId: account,
        traits: traitsOf(a, start, next),
      })
    }
    users.forEach((userId, u) => {
      tell(account, at(first), { type: 'identify', userId, traits: { role: u < 2 ? 'Admin' : 'member' } })
      guide(at(first), userId, 'Guide Shown', 'tour', 'welcome')
      guide(at(first), userId, 'Guide Shown', 'checklist', 'get-started')
      if (next() < 0.5) guide(at(first), userId, 'Guide Completed', 'tour', 'welcome')
    })
    for (let day = first; day < last; day++) {
      for (const userId of users) {
        if (next() > 0.4) continue
        for (let n = Math.floor(next() * 6); n >= 0; n--) {
          const ts = at(day)
          if (next() < 0.3)
            tell(account, ts, { type: 'page', userId, name: 'Home', properties: { path: '/' } })
          else track(ts, userId, pick(EVENTS))
          if (next() < 0.3) track(ts, userId, 'Feature Used', { feature_id: pick(FEATURES) })
        }
        if (a % 2 === 0) {
          const duration_ms = Math.floor(next() * 3_600_000)
          track(at(day), userId, 'Session Ended', {
            duration_ms,
            active_ms: 1,
            actions: Math.floor(next() * 30),
          })
        }
        if (next() < 0.03) {
          guide(at(day), userId, 'Item Completed', 'checklist', 'get-started', {
            item_id: pick(['a', 'b', 'c']),
            total_count: 3,
          })
        }
        if (next() < 0.08) {
          const survey = pick(['nps', 'csat', 'ces', 'exit'] as const)
          const ts = at(day)
          guide(ts, userId, 'Guide Shown', 'survey', survey)
          if (next() < 0.6) {
            // One submission: an event for each answer, and one for the end.
            const given = answer(survey, next)
            for (const event of ['Survey Answered', 'Survey Answered', 'Survey Completed'])
              guide(ts, userId, event, 'survey', survey, given)
          }
        }
      }
    }
  }
  return told
}

function traitsOf(a: number, start: number, next: () => number): Record<string, unknown> {
  const createdAt = new Date(start - Math.floor(next() * 300) * DAY_MS).toISOString()
  const renewsAt = new Date(start + (60 + Math.floor(next() * 90)) * DAY_MS).toISOString()
  return {
    name: `Account ${a}`,
    mrr: 100 * a,
    ...(a % 3 > 0 && { seats: 3 + a }),
    ...(a % 3 < 2 && { createdAt }),
    renewsAt,
  }
}

function answer(survey: 'nps' | 'csat' | 'ces' | 'exit', next: () => number): Record<string, unknown> {
  if (survey === 'exit') return { submission_id: `s-${next()}`, answers: { reason: 'price' } }
  const score = {
    nps: Math.floor(next() * 11),
    csat: 1 + Math.floor(next() * 5),
    ces: 1 + Math.floor(next() * 7),
  }[survey]
  return { submission_id: `s-${next()}`, metric: survey, score, answers: { score }, completed: true }
}

/** The block of rows that the loader would write. */
export function toBlock(
  project: string,
  told: readonly Told[],
  receivedAt = Date.parse('2026-11-21'),
): Uint8Array {
  const lines = createTsvLines(1024)
  for (const { account, ts, message } of told)
    lines.add(
      toRow(
        { projectId: project, messageId: message.messageId, ts, receivedAt, event: message, context: {} },
        account,
      ),
    )
  return lines.bytes()
}
