import { ANSWER_RANGES, FEWEST_POINTS } from '../health/answer-ranges'
import { isActivity } from './activity'
import { type Json, toObject } from './json'
import type { Message } from './message'
import type { eventColumns } from './tables'

/** Values by column of `events`, in the form in which TSV carries them. */
export type EventColumns = Record<(typeof eventColumns)[number]['name'], string | number>

/**
 * The columns of one message in the order of the table; `account` is the one that was found for it. One object without
 * spreads, each of which takes as long as all the rest.
 */
export function toRow(message: Message, account: string): EventColumns {
  const { event, context, ts, receivedAt } = message
  const { type } = event
  const properties: Json = event.properties ?? {}
  const traits: Json = event.traits ?? {}
  const name = nameOf(message)
  const sessionEnd: Json = name === 'Session Ended' ? properties : {}
  const accountTraits: Json = type === 'group' ? traits : {}
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
    type,
    event: name,
    activity: isActivity(type, name) ? 1 : 0,
    path: text(toObject(context.page).path ?? properties.path),
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
    metric: text(properties.metric),
    submission: text(properties.submission_id),
    question: text(properties.question_id),
    answers: properties.answers === undefined ? '' : JSON.stringify(properties.answers),
    score: score(properties),
    duration_ms: integer(sessionEnd.duration_ms, 0xffffffff),
    active_ms: integer(sessionEnd.active_ms, 0xffffffff),
    actions: integer(sessionEnd.actions, 0xffffffff),
    seats: number(accountTraits.seats),
    mrr: number(accountTraits.mrr),
    renews: date(accountTraits.renewsAt),
    created: date(traits.createdAt),
    role: type === 'identify' ? text(traits.role) : '',
    props: JSON.stringify(event.traits ?? properties),
    context: toJson(context),
  }
}

/** What the event is called: `track` by its name, pages and screens by theirs. */
export function nameOf({ event }: Message): string {
  if (event.type === 'track') return event.event ?? ''
  return event.type === 'page' || event.type === 'screen' ? (event.name ?? '') : ''
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const number = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
/** Of a metric only what its scale has: one answer of a billion would move the score of the account and the mean of all. */
function score({ metric, score, scale }: Json): number {
  const given = number(score)
  if (metric !== 'nps' && metric !== 'csat' && metric !== 'ces') return given
  const [low, usual] = ANSWER_RANGES[metric]
  const high = metric === 'csat' && number(scale) >= FEWEST_POINTS ? number(scale) : usual
  return given >= low && given <= high ? given : Number.NaN
}
const integer = (value: unknown, max: number): number =>
  typeof value === 'number' && value > 0 ? Math.min(Math.round(value), max) : 0

/** The events of a batch mostly share their context, and writing it out takes longer than the rest of a row. */
let lastContext = { context: {}, json: '{}' }
function toJson(context: Json): string {
  if (context !== lastContext.context) lastContext = { context, json: JSON.stringify(context) }
  return lastContext.json
}

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
