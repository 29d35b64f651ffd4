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
import { slotOf } from './slot'

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

export interface Verdict {
  gate: Gate
  passed: boolean
  /** Present when it did not pass. */
  refusal?: Refusal
}

/** What the gates of one guide ask beyond the guide and the context. */
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

type Check = (guide: GuideBase, kind: GuideKind, context: Context, state: GateState) => Refusal | undefined

const CHECKS: Readonly<Record<Gate, Check>> = {
  valid: (_guide, _kind, _context, { problem }) => (problem === undefined ? undefined : 'problem'),
  enabled: ({ enabled }) => (enabled === false ? 'disabled' : undefined),
  schedule: ({ from, until }, _kind, { now }) => {
    if (from !== undefined && !(now >= dateMs(from))) return 'early'
    return until !== undefined && !(now < dateMs(until)) ? 'late' : undefined
  },
  consent: (_guide, _kind, _context, { consent }) => (consent ? undefined : 'consent'),
  audience: ({ id, audience, sample = 100 }, _kind, context, { started }) => {
    if (started) return undefined
    if (sample < 100 && !(share(idOf(context), `sample:${id}`) < sample)) return 'sample'
    return audience === undefined || evaluate(audience, context) ? undefined : 'audience'
  },
  holdout: (guide, _kind, context) => (isHeldOut(guide, context) ? 'holdout' : undefined),
  frequency: (guide, kind, context, { started }) =>
    started
      ? undefined
      : frequencyRefusal(guide.frequency, slotOf(guide, kind), recordOf(guide, context), context),
  snoozed: (guide, _kind, context, { started }) =>
    !started && (recordOf(guide, context)?.snoozedUntil ?? 0) > context.now ? 'snoozed' : undefined,
  page: ({ when }, _kind, { path, search }, { started }) =>
    started || when?.page === undefined || matchesPage(when.page, path, search) ? undefined : 'page',
  trigger: ({ when }, _kind, _context, { started, triggered }) => {
    if (started || triggered) return undefined
    return when?.code ? 'code' : 'trigger'
  },
  pacing: (guide, kind, context, { started, pacing }) =>
    started || slotOf(guide, kind) !== 'interrupt'
      ? undefined
      : pacingRefusal(pacing, kind, metricOf(guide), context),
  free: (guide, kind, _context, state) => freeRefusal(slotOf(guide, kind), state, state.started),
  target: (_guide, _kind, _context, { targetFound, started }) =>
    targetFound || started ? undefined : 'missing',
}

/** Cheap checks that most guides fail on a given page come first; the verdict is the same in any order. */
const QUICK: readonly Gate[] = ['page', ...GATES.filter((gate) => gate !== 'page')]

/** Every gate of one guide, in order. */
export const checkGates = (
  guide: GuideBase,
  kind: GuideKind,
  context: Context,
  state: GateState,
): Verdict[] =>
  GATES.map((gate) => {
    const refusal = CHECKS[gate](guide, kind, context, state)
    return refusal === undefined ? { gate, passed: true } : { gate, passed: false, refusal }
  })

/** The gate that decides, or `undefined` when all pass. */
export const firstRefusal = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.find(({ passed }) => !passed)

/** Whether every gate passes: the same answer as `checkGates`, without asking further than the first refusal. */
export const passes = (guide: GuideBase, kind: GuideKind, context: Context, state: GateState): boolean =>
  QUICK.every((gate) => CHECKS[gate](guide, kind, context, state) === undefined)

/** Whether the user belongs to the share that is never shown this guide, so that its effect can be measured. */
export const isHeldOut = ({ id, holdout = 0 }: GuideBase, context: Context): boolean =>
  holdout > 0 && share(idOf(context), `holdout:${id}`) < holdout

/** When a snooze of this guide that begins at `now` is over, in ms; one day unless the guide says otherwise. */
export const snoozeEnd = ({ snooze = 'P1D' }: GuideBase, now: number): number => now + durationMs(snooze)

const idOf = ({ userId, anonymousId }: Context): string => userId ?? anonymousId
const recordOf = ({ id }: GuideBase, { history }: Context): GuideRecord | undefined => own(history.guides, id)
const metricOf = (guide: GuideBase): unknown => ('metric' in guide ? guide.metric : undefined)
