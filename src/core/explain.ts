import type { Frequency, GuideBase } from '../schema'
import type { Context, GuideRecord } from './context'
import type { Gate, GateState, Refusal, Verdict } from './gates'
import type { Slot } from './slot'

/** A verdict in words. */
export interface ExplainedVerdict {
  gate: Gate
  passed: boolean
  /** A sentence for whoever wrote the guide. */
  why: string
}

/** What the verdicts are about. */
export interface Explained {
  guide: GuideBase
  slot: Slot
  context: Context
  state: GateState
  /** In which dates are written. */
  locale: string
  /** @default that of the user */
  timeZone?: string
}

/** What the sentences speak of. */
interface Case extends Explained {
  record: GuideRecord
  /** A moment in ms, as a date. */
  day(at: number | undefined): string
}
type Sentence = (it: Case) => string

const PASSED: Readonly<Record<Gate, Sentence>> = {
  valid: () => 'nothing is wrong with it in the config',
  enabled: () => 'it is enabled',
  schedule: ({ guide: { from, until } }) => (from || until ? 'today is within its dates' : 'it has no dates'),
  consent: () => 'the user may be shown guides',
  audience: skipped(({ guide }) => (guide.audience ? 'the user is in the audience' : 'it is for everybody')),
  holdout: ({ guide }) => (guide.holdout ? 'the user is not in the holdout' : 'it has no holdout'),
  frequency: skipped(({ guide, record }) => {
    const often = record.shown === 0 ? 'not shown yet' : `shown ${times(record.shown)}`
    return `${often}; frequency is ${inWords(guide.frequency)}`
  }),
  snoozed: skipped(() => 'it is not snoozed'),
  page: skipped(({ guide }) =>
    guide.when?.page ? 'the page is one of its pages' : 'it may start on any page',
  ),
  trigger: skipped(({ guide }) => (guide.when ? 'the moment it waits for has come' : 'it waits for nothing')),
  pacing: skipped(({ slot }) =>
    slot === 'interrupt'
      ? 'no limit of the pacing is reached'
      : 'it interrupts nobody, so pacing does not count it',
  ),
  free: () => 'nothing is in its way',
  target: ({ state }) =>
    state.targetFound
      ? 'its target is there, or it needs none'
      : 'the user asked for it, so it waits for its target',
}

const REFUSED: Readonly<Record<Refusal, Sentence>> = {
  problem: ({ state }) => `the config is wrong: ${state.problem}`,
  disabled: () => 'it is switched off: enabled is false',
  early: ({ guide }) => `it starts on ${guide.from}`,
  late: ({ guide }) => `it ended on ${guide.until}`,
  consent: () => 'the user has not agreed to be shown guides',
  audience: () => 'the user is not in the audience',
  sample: ({ guide }) => `the user is not among the ${guide.sample} % of the sample`,
  holdout: ({ guide }) => `the user is among the ${guide.holdout} % who never see it, to measure its effect`,
  once: ({ record, day }) =>
    `${record.shown > 1 ? `shown ${times(record.shown)}, last` : 'shown once already,'} on ${day(record.last)}; frequency is once`,
  completed: ({ record, day }) => `completed on ${day(record.completed)}; frequency is until-completed`,
  session: ({ guide }) => `shown already in this session; frequency is ${inWords(guide.frequency)}`,
  interval: ({ guide, record, day }) =>
    `shown on ${day(record.last)}; frequency is ${inWords(guide.frequency)}`,
  max: ({ guide, record }) => `shown ${times(record.shown)}; frequency is ${inWords(guide.frequency)}`,
  snoozed: ({ record, day }) => `the user chose “later”; it comes back on ${day(record.snoozedUntil)}`,
  page: ({ guide, context }) =>
    `the user is on ${context.path}${context.search}; it starts on ${pageInWords(guide)}`,
  trigger: ({ guide }) => `it waits for ${momentsInWords(guide)}`,
  code: () => 'only start() starts it: when.code is true',
  gap: ({ state, context, day }) =>
    `the last guide was on ${day(context.history.interruptions.at(-1)?.at)}; pacing.gapMinutes is ${state.pacing?.gapMinutes}`,
  perSession: ({ state }) =>
    `pacing.perSession is ${state.pacing?.perSession}, and so many were shown in this session`,
  perDay: ({ state }) =>
    `pacing.perDay is ${state.pacing?.perDay}, and so many were shown in the last 24 hours`,
  surveyGap: ({ state }) => `another survey was shown less than ${state.pacing?.surveyGapDays} days ago`,
  npsGap: ({ state }) => `another NPS survey was shown less than ${state.pacing?.npsGapDays} days ago`,
  open: ({ guide, state }) => {
    const other = state.open.find(({ slot, id }) => slot !== 'aside' && id !== guide.id)
    return `${other ? `“${other.id}” is open${other.here ? '' : ' in another tab'}` : 'it is open already'}`
  },
  typing: () => 'the user is typing',
  dialog: () => 'a dialog of the product is open',
  hidden: () => 'the tab is in the background',
  missing: () => 'its target is not on the page, or not visible',
}

/**
 * Each verdict with a sentence that a product manager understands. A chunk of its own, loaded when somebody asks; it is
 * given the verdicts, so that it shares no code with the chunk that made them.
 */
export function explainVerdicts(verdicts: readonly Verdict[], explained: Explained): ExplainedVerdict[] {
  const it = createCase(explained)
  return verdicts.map(({ gate, passed, refusal }) => ({
    gate,
    passed,
    why: refusal === undefined ? PASSED[gate](it) : REFUSED[refusal](it),
  }))
}

function createCase(explained: Explained): Case {
  const { guide, context, locale, timeZone } = explained
  const { guides } = context.history
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(timeZone && { timeZone }),
  })
  return {
    ...explained,
    record: (Object.hasOwn(guides, guide.id) && guides[guide.id]) || { shown: 0 },
    day: (at) => (at === undefined ? 'an unknown day' : date.format(at)),
  }
}

function skipped(otherwise: Sentence): Sentence {
  return (it) => (it.state.started ? 'not asked, because the user or start() asked for it' : otherwise(it))
}
const times = (n: number): string => (n === 1 ? 'once' : `${n} times`)
const inWords = (frequency: Frequency = 'once'): string => {
  if (typeof frequency === 'string') return frequency
  const max = frequency.max === undefined ? '' : `, at most ${times(frequency.max)}`
  return `every ${frequency.every}${max}`
}
const pageInWords = ({ when }: GuideBase): string =>
  typeof when?.page === 'string' ? when.page : `pages that match ${when?.page?.regex}`

function momentsInWords({ when = {} }: GuideBase): string {
  const { event, element, click, exitIntent, scrollPercent, idleSeconds, afterSeconds } = when
  const parts = [
    event && `the event “${event}”`,
    element && 'its element to appear',
    click && 'a click on its element',
    exitIntent && 'the pointer to leave the page',
    scrollPercent !== undefined && `${scrollPercent} % of the page to be scrolled`,
    idleSeconds && `${idleSeconds} s without input`,
    afterSeconds && `${afterSeconds} s to pass`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', and ') : 'the user to come to a page again'
}
