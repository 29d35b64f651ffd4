import { isActivity } from './activity'
import type { Message } from './message'
import type { eventColumns } from './tables'

type Json = Record<string, unknown>
/** Values by column of `events`, in the form in which TSV carries them. */
export type EventColumns = Record<(typeof eventColumns)[number]['name'], string | number>

/** The columns of one message; `account` is the one that `resolveAccounts` found. */
export function toRow(message: Message, account: string): EventColumns {
  const { event, context, ts, receivedAt } = message
  const properties: Json = event.properties ?? {}
  const traits: Json = event.traits ?? {}
  const name = nameOf(message)
  return {
    project: message.projectId,
    account,
    user: event.userId ?? '',
    anonymous: event.anonymousId ?? '',
    session: text(context.sessionId),
    message_id: message.messageId,
    day: toDay(ts),
    ts,
    received: receivedAt,
    ver: receivedAt,
    type: event.type,
    event: name,
    activity: isActivity(event.type, name) ? 1 : 0,
    path: text(object(context.page).path ?? properties.path),
    ...guideColumns(properties),
    ...surveyColumns(properties),
    ...sessionColumns(name, properties),
    ...traitColumns(event.type, traits),
    props: JSON.stringify(event.traits ?? properties),
    context: JSON.stringify(context),
  }
}

const guideColumns = (properties: Json) => ({
  guide_kind: text(properties.guide_kind),
  guide_id: text(properties.guide_id),
  guide_version: text(properties.guide_version),
  step_id: text(properties.step_id),
  item_id: text(properties.item_id),
  how: text(properties.how),
  reason: text(properties.reason),
  step_index: integer(properties.step_index, 0xffff),
  done_count: integer(properties.done_count, 0xffff),
  total_count: integer(properties.total_count, 0xffff),
  feature: text(properties.feature_id),
})

const surveyColumns = (properties: Json) => ({
  metric: text(properties.metric),
  submission: text(properties.submission_id),
  question: text(properties.question_id),
  answers: properties.answers === undefined ? '' : JSON.stringify(properties.answers),
  score: number(properties.score),
})

function sessionColumns(name: string, properties: Json) {
  const ended: Json = name === 'Session Ended' ? properties : {}
  return {
    duration_ms: integer(ended.duration_ms, 0xffffffff),
    active_ms: integer(ended.active_ms, 0xffffffff),
    actions: integer(ended.actions, 0xffffffff),
  }
}

function traitColumns(type: string, traits: Json) {
  const account: Json = type === 'group' ? traits : {}
  return {
    seats: number(account.seats),
    mrr: number(account.mrr),
    renews: date(account.renewsAt),
    created: date(traits.createdAt),
    role: type === 'identify' ? text(traits.role) : '',
  }
}

/** What the event is called: `track` by its name, pages and screens by theirs. */
export function nameOf({ event }: Message): string {
  if (event.type === 'track') return event.event ?? ''
  return event.type === 'page' || event.type === 'screen' ? (event.name ?? '') : ''
}

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const number = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
const integer = (value: unknown, max: number): number =>
  typeof value === 'number' && value > 0 ? Math.min(Math.round(value), max) : 0

/** Most rows of a block are of one day, and writing it out takes longer than the rest of its row. */
let lastDay = { number: Number.NaN, text: '' }
function toDay(ms: number): string {
  const number = Math.floor(ms / 86_400_000)
  if (number !== lastDay.number) lastDay = { number, text: new Date(ms).toISOString().slice(0, 10) }
  return lastDay.text
}

/** The day of an ISO date, or of Unix time as other senders give it (seconds or milliseconds); none is the first day. */
function date(value: unknown): string {
  const ms = typeof value === 'number' ? (value < 1e11 ? value * 1000 : value) : Date.parse(text(value))
  const inRange = ms >= 0 && ms < Date.UTC(2149, 0, 1) // of ClickHouse's Date
  return inRange ? toDay(ms) : '1970-01-01'
}
