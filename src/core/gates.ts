import type { GuideBase, GuideKind, Pacing } from '../schema'
import { evaluate } from './conditions'
import type { Context, GuideRecord } from './context'
import { dateMs } from './dates'
import { type FreeRefusal, freeRefusal, type OpenGuide, type Page } from './free'
import { type FrequencyRefusal, frequencyRefusal } from './frequency'
import { gateTarget } from './gate-target'
import { share } from './hash'
import { type PacingRefusal, pacingRefusal } from './pacing'
import { own } from './paths'
import type { Slot } from './slot'
import { isPutOff } from './snooze'
import { isTriggered, onPage, type TriggerState } from './triggers'

/** Why a gate refused, as a word; `explain.ts` makes a sentence of it. */
export type Refusal =
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
  | 'failed'
  | 'code'
  | 'missing'
  | FrequencyRefusal
  | PacingRefusal
  | FreeRefusal

export interface Refused {
  gate: Gate
  refusal: Refusal
}

/** A guide as the gates see it. */
export interface Subject {
  guide: GuideBase
  kind: GuideKind
  slot: Slot
  trigger: TriggerState
}

/** What the gates ask beyond the guide and the context. */
export interface GateState {
  /** By the user (checklist, hub, button) or by `start()`: skips audience, frequency, page, trigger and pacing. */
  started: boolean
  /** Consent to be shown guides. */
  consent: boolean
  pacing: Pacing | undefined
  /** What is on the screen beside this guide. */
  openGuides(): readonly OpenGuide[]
  page: Page
}

type Check = (subject: Subject, context: Context, state: GateState) => Refusal | undefined

/** In the order in which they are asked; the first that fails is the verdict. */
const CHECKS = {
  // A guide with an error in it is left out of the config, and so is none of those that are asked about.
  valid: () => undefined,
  enabled: ({ guide }) => (guide.enabled === false ? 'disabled' : undefined),
  schedule({ guide: { from, until } }, { now }) {
    if (from !== undefined && !(now >= dateMs(from))) return 'early'
    return until !== undefined && !(now < dateMs(until)) ? 'late' : undefined
  },
  consent: (_subject, _context, { consent }) => (consent ? undefined : 'consent'),
  audience({ guide: { id, audience, sample = 100 } }, context) {
    if (!isDrawn(`sample:${id}`, sample, context)) return 'sample'
    return audience === undefined || evaluate(audience, context) ? undefined : 'audience'
  },
  holdout: ({ guide: { id, holdout = 0 } }, context) =>
    isDrawn(`holdout:${id}`, holdout, context) ? 'holdout' : undefined,
  frequency: ({ guide, slot }, context) =>
    frequencyRefusal(guide.frequency, slot, recordOf(guide, context), context),
  snoozed({ guide }, context) {
    const record = recordOf(guide, context)
    return isPutOff(record) && (record?.snoozedUntil ?? 0) > context.now ? 'snoozed' : undefined
  },
  page: ({ guide }, context) => (onPage(guide.when, context) ? undefined : 'page'),
  trigger({ guide, trigger }, context) {
    if (isTriggered(trigger, guide, context)) return undefined
    if (guide.when?.code) return 'code'
    return trigger.spent === 'failed' ? 'failed' : 'trigger'
  },
  pacing: (subject, context, { pacing }) => pacingRefusal(pacing, subject, context),
  free: (subject, _context, { openGuides, page, started }) =>
    freeRefusal(subject, openGuides(), page, started),
  target({ guide }, context) {
    const target = gateTarget(guide)
    return target === undefined || context.isVisible(target) ? undefined : 'missing'
  },
} satisfies Readonly<Record<string, Check>>

export type Gate = keyof typeof CHECKS
export const GATES = Object.keys(CHECKS) as readonly Gate[]

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

/**
 * The gates that change with the guide, the user and the trigger alone. The cheap check that most guides fail on a given
 * page comes first: whether any refuses is the same in any order.
 */
export const STANDING_GATES: readonly Gate[] = ['page', ...GATES.slice(0, GATES.indexOf('pacing'))]

/** The verdict on one guide: the first of `gates` that refuses it now, or `undefined` when all let it pass. */
export function firstRefusal(
  subject: Subject,
  context: Context,
  state: GateState,
  gates: readonly Gate[] = GATES,
): Refused | undefined {
  for (const gate of gates) {
    const check: Check = CHECKS[gate]
    const refusal = state.started && SKIPPED.has(gate) ? undefined : check(subject, context, state)
    if (refusal) return { gate, refusal }
  }
  return undefined
}

/** Whether the user belongs to a share of `percent`, drawn once for every `salt`. Whole shares need no drawing. */
const isDrawn = (salt: string, percent: number, { userId, anonymousId }: Context): boolean =>
  percent > 0 && (percent >= 100 || share(userId ?? anonymousId, salt) < percent)

/** What has happened with a guide so far. */
export const recordOf = (
  { id }: Pick<GuideBase, 'id'>,
  { history }: Pick<Context, 'history'>,
): GuideRecord | undefined => own(history.guides, id)
