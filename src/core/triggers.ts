import type { GuideBase, Target, When } from '../schema'
import type { Context } from './context'
import { eventMatches } from './events'
import { matchesPage } from './page-pattern'

/** A part of `when` that happens at a moment, unlike `page`, which must hold. */
export type Moment = 'event' | 'element' | 'click' | 'exitIntent' | 'scrollPercent' | 'idleSeconds'
const MOMENTS: readonly Moment[] = ['event', 'element', 'click', 'exitIntent', 'scrollPercent', 'idleSeconds']

/** How far the trigger of one guide has come. JSON: kept over a reload, so that a delay goes on where it was. */
export interface TriggerState {
  /** Moments that have happened. */
  happened: readonly Moment[]
  /** ms since the epoch: when everything but the delay held. */
  armedAt?: number
  /** The session in which that was. */
  session?: string | undefined
  /** It has done its work, or was cancelled: it waits for its moments again, or for another page. One that failed, for that alone. */
  spent?: 'done' | 'failed'
}

export type TriggerInput =
  | { type: 'event'; name: string; properties: Readonly<Record<string, unknown>> }
  /** A moment the platform was asked to listen for. */
  | { type: Exclude<Moment, 'event'> }
  /** The element of `when` has gone again. */
  | { type: 'elementGone' }
  /** The page has changed, or has been loaded. */
  | { type: 'page' }
  /** The guide was shown, or ended unseen or elsewhere: what has happened so far is used up. */
  | { type: 'done' }
  /** After it was shown it has ended here: what happened meanwhile counts for the next time, a page alone does not. */
  | { type: 'ended' }
  /** It could not be shown. */
  | { type: 'failed' }

/** Before anything has happened; the first `page` input arms what waits for nothing else. */
export const newTrigger: TriggerState = { happened: [] }

/** The trigger of a guide after something has happened. The state itself comes back when nothing changed. */
export function triggerStep(
  state: TriggerState,
  input: TriggerInput,
  guide: GuideBase,
  context: Context,
): TriggerState {
  const { when = {}, cancelOn } = guide
  const isUnderWay = state.armedAt !== undefined || state.happened.length > 0
  if (input.type === 'failed') return { happened: [], spent: 'failed' }
  if (input.type === 'ended' && state.happened.length > 0) return state
  if (input.type === 'done' || input.type === 'ended' || (isUnderWay && hears(cancelOn, input, context)))
    return { happened: [], spent: 'done' }
  // Else a guide that cannot be shown would be tried for ever, and keep others away.
  if (state.spent === 'failed' && input.type !== 'page') return state
  const happened = momentsAfter(state, input, when, context)
  const spent = input.type !== 'page' && happened.length === 0 && state.spent
  const armed = !spent && onPage(when, context) && !when.code && missing(when, happened).length === 0
  return same(state, {
    happened,
    ...(armed ? armedSince(state, input, context) : {}),
    ...(spent ? { spent } : {}),
  })
}

/** Armed before stays armed; on a page that is come to in another session it is armed anew, because nobody was there meanwhile. */
function armedSince(
  { armedAt, session }: TriggerState,
  { type }: TriggerInput,
  { now, sessionId }: Context,
): Pick<TriggerState, 'armedAt' | 'session'> {
  const goesOn = armedAt !== undefined && (type !== 'page' || session === sessionId)
  return goesOn ? { armedAt, session } : { armedAt: now, session: sessionId }
}

/** Whether everything that `when` names holds, the delay included. Nothing but time changes the answer by itself. */
export const isTriggered = (state: TriggerState, { when }: GuideBase, { now }: Context): boolean =>
  state.armedAt !== undefined && now >= dueAt(state.armedAt, when)

/** What the platform has to listen for at this moment, beside events; nothing that is absent. */
export interface Listening {
  element?: Target
  click?: Target
  exitIntent?: boolean
  scrollPercent?: number
  idleSeconds?: number
  /** ms since the epoch: look again then. */
  dueAt?: number
}

/** What the trigger still waits for: parts that have not happened, on pages where they can, and the end of the delay. */
export function listening(state: TriggerState, { when = {} }: GuideBase, context: Context): Listening {
  if (state.armedAt !== undefined) {
    const due = dueAt(state.armedAt, when)
    return due > context.now ? { dueAt: due } : {}
  }
  const parts = onPage(when, context) ? missing(when, state.happened) : []
  return Object.fromEntries(
    parts.filter((moment) => moment !== 'event').map((moment) => [moment, when[moment]]),
  )
}

const dueAt = (armedAt: number, when: When | undefined): number => armedAt + (when?.afterSeconds ?? 0) * 1000
/** Whether the user is on one of the pages of a guide. */
export const onPage = (when: When | undefined, { path, search }: Context): boolean =>
  when?.page === undefined || matchesPage(when.page, path, search)
const missing = (when: When, happened: readonly Moment[]): Moment[] =>
  MOMENTS.filter(
    (moment) => when[moment] !== undefined && when[moment] !== false && !happened.includes(moment),
  )

const hears = (
  asked: Pick<When, 'event' | 'where'> | undefined,
  input: TriggerInput,
  { now }: Context,
): boolean =>
  input.type === 'event' && input.name === asked?.event && eventMatches(asked.where, input.properties, now)

function momentsAfter(
  { happened }: TriggerState,
  input: Exclude<TriggerInput, { type: 'done' | 'ended' | 'failed' }>,
  when: When,
  context: Context,
): readonly Moment[] {
  const isOnPage = onPage(when, context)
  switch (input.type) {
    case 'page':
      // What the user did on a page counts there; an event counts wherever they go next.
      return isOnPage ? happened : happened.filter((moment) => moment === 'event')
    case 'elementGone':
      return happened.filter((moment) => moment !== 'element')
    case 'event':
      return hears(when, input, context) ? adding(happened, 'event') : happened
    default:
      return isOnPage && when[input.type] !== undefined ? adding(happened, input.type) : happened
  }
}

const adding = (happened: readonly Moment[], moment: Moment): readonly Moment[] =>
  happened.includes(moment) ? happened : [...happened, moment]
// One input only adds moments or only takes some away: as many are the same ones.
const same = (before: TriggerState, after: TriggerState): TriggerState =>
  before.armedAt === after.armedAt &&
  before.spent === after.spent &&
  before.happened.length === after.happened.length
    ? before
    : after
