import type { RunningCollector } from '../../../collector/test/start-collector'

const DAY_MS = 86_400_000

/** Would run, were a name or an answer ever treated as markup. */
export const MARKUP = '<img src=x onerror="window.markupRan=true">'

type Message = Record<string, unknown>

/** Three accounts as a product would tell them: one in use, one gone quiet with markup in every text, one new. */
export function makeHistory(nowMs: number): Message[] {
  const day = (ago: number) => new Date(nowMs - ago * DAY_MS)
  return [
    account('acme', {
      name: 'Acme',
      plan: 'team',
      mrr: 490,
      seats: 6,
      createdAt: day(200),
      renewsAt: day(-150),
    }),
    ...people('acme', 5).flatMap((userId) => activity(userId, 'acme', daysBetween(nowMs, 60, 1))),
    ...survey('acme-1', 'acme', day(3), { score: 9, why: `Quick to learn. ${MARKUP}` }),
    account('quiet/co', {
      name: MARKUP,
      plan: MARKUP,
      mrr: 1200,
      seats: 20,
      createdAt: day(300),
      [MARKUP]: MARKUP,
    }),
    ...people('quiet/co', 3).flatMap((userId) => activity(userId, 'quiet/co', daysBetween(nowMs, 59, 20))),
    account('new', { name: 'New Company', createdAt: day(2) }),
    ...activity('new-1', 'new', daysBetween(nowMs, 2, 1)),
  ]
}

const account = (groupId: string, traits: Message): Message => ({
  type: 'group',
  userId: `${groupId}-1`,
  groupId,
  traits,
})

const people = (accountId: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${accountId}-${index + 1}`)

/** Noon of each day, from `first` to `last` days ago. */
const daysBetween = (nowMs: number, first: number, last: number): Date[] =>
  Array.from({ length: first - last + 1 }, (_, index) => {
    const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS
    return new Date(midnightMs - (first - index) * DAY_MS + DAY_MS / 2)
  })

const activity = (userId: string, groupId: string, days: Date[]): Message[] => [
  { type: 'identify', userId, traits: { name: `Person ${userId}`, role: 'member' }, context: { groupId } },
  ...days.map((timestamp) => ({
    ...{ type: 'track', event: 'Project Created', userId, timestamp },
    ...{ context: { groupId }, properties: { template: MARKUP } },
  })),
]

function survey(
  userId: string,
  groupId: string,
  timestamp: Date,
  answers: { score: number; why: string },
): Message[] {
  const guide = { guide_kind: 'survey', guide_id: 'nps', guide_version: '1' }
  const submission = {
    submission_id: 's1',
    metric: 'nps',
    question_id: 'why',
    question_type: 'text',
    scale: 10,
  }
  const properties = { ...guide, ...submission, answers, score: answers.score, completed: true }
  const told = { type: 'track', userId, timestamp, context: { groupId } }
  return [
    { ...told, event: 'Guide Shown', properties: guide },
    { ...told, event: 'Survey Completed', properties },
  ]
}

/** Sends messages as the SDK does. Throws unless the collector takes each of them. */
export async function sendBatch({ origin, writeKey }: RunningCollector, batch: Message[]): Promise<void> {
  const response = await fetch(`${origin}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ writeKey, sentAt: new Date(), batch }),
  })
  if (!response.ok) throw new Error(`POST /v1/batch answered ${response.status}: ${await response.text()}`)
}
