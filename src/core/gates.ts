import type { GuideBase, GuideKind, Pacing } from '../schema'
import { evaluate } from './conditions'
import type { Context, GuideRecord } from './context'
import { dateMs } from './dates'
import { durationMs } from './duration'
import { type FreeRefusal, freeRefusal, type Surroundings } from './free'
import { type FrequencyRefusal, frequencyRefusal } from './frequency'
import { share } from './hash'
import { type PacingRefusal, pacingRefusal } from './pacing'
import { matchesPage } from './page-pattern'
import { own } from './paths'
import { type Slot, slotOf } from './slot'

/** In the order in which they are asked; the first that fails is the verdict. */
export const GATES = [
  'valid',
  'enabled',
  'schedule',
  'consent',
  'audience',
  'holdout',
  'frequency',
  'snoozed',
  'page',
  'trigger',
  'pacing',
  'free',
  'target',
] as const
export type Gate = (typeof GATES)[number]

/** Why a gate refused, as a word; `explain.ts` makes a sentence of it. */
export type Refusal =
  | 'problem'
  | 'disabled'
  | 'early'
  | 'late'
  | 'consent'
  | 'audience'
  | 'sample'
  | 'holdout'
  | 'snoozed'
  | 'page'
  | 'trigger'
  | 'code'
  | 'missing'
  | FrequencyRefusal
  | PacingRefusal
  | FreeRefusal

export interface Refused {
  gate: Gate
  refusal: Refusal
}

/** What the gates of one guide ask beyond the guide and the context; read late, since some of it needs layout. */
export interface GateState extends Surroundings {
  /** What is wrong with this guide in the config, as a sentence; `undefined` when it is valid. */
  problem: string | undefined
  /** Consent to be shown guides. */
  consent: boolean
  /** Its trigger has fired; see `triggers.ts`. */
  triggered: boolean
  pacing: Pacing | undefined
  /** Its target (`gateTarget`) is on the page and visible; `true` when it needs none. */
  targetFound: boolean
  /** By the user (checklist, hub, button) or by `start()`: skips audience, frequency, page, trigger and pacing. */
  started: boolean
}

/** What the user or `start()` asked for goes past these. */
const SKIPPED: ReadonlySet<Gate> = new Set([
  'audience',
  'frequency',
  'snoozed',
  'page',
  'trigger',
  'pacing',
  'target',
])

type Check = (
  guide: GuideBase,
  context: Context,
  state: GateState,
  slot: Slot,
  kind: GuideKind,
) => Refusal | undefined

const CHECKS: Readonly<Record<Gate, Check>> = {
  valid: (_guide, _context, { problem }) => (problem === undefined ? undefined : 'problem'),
  enabled: ({ enabled }) => (enabled === false ? 'disabled' : undefined),
  schedule: ({ from, until }, { now }) => {
    if (from !== undefined && !(now >= dateMs(from))) return 'early'
    return until !== undefined && !(now < dateMs(until)) ? 'late' : undefined
  },
  consent: (_guide, _context, { consent }) => (consent ? undefined : 'consent'),
  audience: ({ id, audience, sample = 100 }, context) => {
    if (sample < 100 && !isDrawn(`sample:${id}`, sample, context)) return 'sample'
    return audience === undefined || evaluate(audience, context) ? undefined : 'audience'
  },
  holdout: ({ id, holdout = 0 }, context) =>
    holdout > 0 && isDrawn(`holdout:${id}`, holdout, context) ? 'holdout' : undefined,
  frequency: (guide, context, _state, slot) =>
    frequencyRefusal(guide.frequency, slot, recordOf(guide, context), context),
  snoozed: (guide, context) =>
    (recordOf(guide, context)?.snoozedUntil ?? 0) > context.now ? 'snoozed' : undefined,
  page: ({ when }, { path, search }) =>
    when?.page === undefined || matchesPage(when.page, path, search) ? undefined : 'page',
  trigger: ({ when }, _context, { triggered }) => (triggered ? undefined : when?.code ? 'code' : 'trigger'),
  pacing: (guide, context, { pacing }, slot, kind) =>
    slot === 'interrupt' ? pacingRefusal(pacing, kind, metricOf(guide), context) : undefined,
  free: (_guide, _context, state, slot) => freeRefusal(slot, state, state.started),
  target: (_guide, _context, { targetFound }) => (targetFound ? undefined : 'missing'),
}

/** The cheap check that most guides fail on a given page comes first: whether any refuses is the same in any order. */
export const CHEAP_FIRST: readonly Gate[] = ['page', ...GATES]

/** The verdict on one guide: the first gate of `order` that refuses it now, or `undefined` when all let it pass. */
export function firstRefusal(
  guide: GuideBase,
  kind: GuideKind,
  context: Context,
  state: GateState,
  order: readonly Gate[] = GATES,
): Refused | undefined {
  const slot = slotOf(guide, kind)
  for (const gate of order) {
    const refusal =
      state.started && SKIPPED.has(gate) ? undefined : CHECKS[gate](guide, context, state, slot, kind)
    if (refusal) return { gate, refusal }
  }
  return undefined
}

/** When a snooze of this guide that begins at `now` is over, in ms; one day unless the guide says otherwise. */
export const snoozeEnd = ({ snooze = 'P1D' }: GuideBase, now: number): number => now + durationMs(snooze)

/** Whether the user belongs to a share of `percent`, drawn once for every `salt`. */
const isDrawn = (salt: string, percent: number, { userId, anonymousId }: Context): boolean =>
  share(userId ?? anonymousId, salt) < percent

/** What has happened with a guide so far. */
export const recordOf = (
  { id }: Pick<GuideBase, 'id'>,
  { history }: Pick<Context, 'history'>,
): GuideRecord | undefined => own(history.guides, id)

const metricOf = (guide: GuideBase): unknown => ('metric' in guide ? guide.metric : undefined)
