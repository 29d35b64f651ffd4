import type { Frequency, GuideBase } from '../schema'
import type { Context, GuideRecord } from './context'
import { firstRefusal, GATES, type Gate, type GateState, type Refusal, type Subject } from './gates'

/** A verdict in words. */
export interface ExplainedVerdict {
  gate: Gate
  passed: boolean
  /** A sentence for whoever wrote the guide. */
  why: string
}

/** What the verdicts are about. */
export interface Explained extends Subject {
  context: Context
  state: GateState
  /** @default that of the user */
  timeZone?: string
}

/** What the sentences speak of. */
interface Case extends Explained {
  record: GuideRecord
  /** A moment in ms, as a day; with its year when that is another one. */
  day(at: number | undefined): string
  /** A moment in ms, as day and time. */
  time(at: number | undefined): string
}
type Sentence = (it: Case) => string

const PASSED: Readonly<Record<Gate, Sentence>> = {
  valid: () => 'The config has no error in it.',
  enabled: () => 'It is switched on.',
  schedule: ({ guide: { from, until } }) =>
    from || until ? 'Today is within its dates.' : 'It has no dates, so it may come at any time.',
  consent: () => 'The user may be shown guides.',
  audience: skipped(({ guide: { audience, sample = 100 } }) => {
    const drawn = sample < 100 ? ` and of its sample of ${sample} %` : ''
    return audience || drawn ? `The user is one of its audience${drawn}.` : 'It is for everybody.'
  }),
  holdout: ({ guide: { holdout } }) =>
    holdout ? `The user is not one of the ${holdout} % who never see it.` : 'Nobody is held out.',
  frequency: skipped(({ guide, record, day }) => {
    const often =
      record.shown === 0 ? 'Not shown yet' : `Shown ${times(record.shown)}, last on ${day(record.last)}`
    return `${often}; frequency is ${inWords(guide.frequency)}.`
  }),
  snoozed: skipped(() => 'The user has not put it off.'),
  page: skipped(({ guide }) =>
    guide.when?.page ? 'The user is on one of its pages.' : 'It may come on any page.',
  ),
  trigger: skipped(({ guide }) => (guide.when ? 'What it waits for has happened.' : 'It waits for nothing.')),
  pacing: skipped(({ slot }) =>
    slot === 'interrupt'
      ? 'No limit over all guides is reached.'
      : 'It interrupts nobody, so pacing does not count it.',
  ),
  free: () => 'Nothing is in its way.',
  target: (it) =>
    isThere(it)
      ? 'Its target is there, or it needs none.'
      : 'It waits for its target on the screen, because it is under way or was asked for.',
}

const REFUSED: Readonly<Record<Refusal, Sentence>> = {
  disabled: () => 'It is switched off: enabled is false.',
  early: ({ guide }) => `It starts on ${guide.from}.`,
  late: ({ guide }) => `It ended on ${guide.until}.`,
  consent: () => 'The user has not agreed to be shown guides.',
  audience: () => 'The user is not one of its audience.',
  sample: ({ guide }) => `The user is not one of its sample of ${guide.sample} %.`,
  holdout: ({ guide }) =>
    `The user is one of the ${guide.holdout} % who never see it, to measure its effect.`,
  once: (it) => `${usedUp(it)}; frequency is once.`,
  completed: ({ record, day }) => `Completed on ${day(record.completed)}; frequency is until-completed.`,
  session: ({ guide }) => `Shown already in this session; frequency is ${inWords(guide.frequency)}.`,
  interval: (it) => `${usedUp(it)}; frequency is ${inWords(it.guide.frequency)}.`,
  max: ({ guide, record }) => `Shown ${times(record.shown)}; frequency is ${inWords(guide.frequency)}.`,
  snoozed: ({ record, time }) =>
    `The user chose “later”; it may come again from ${time(record.snoozedUntil)}.`,
  page: ({ guide, context }) =>
    `The user is on ${context.path}${context.search}; it starts on ${pageInWords(guide)}.`,
  trigger: ({ guide }) => `It waits for ${momentsInWords(guide)}.`,
  failed: () =>
    'It could not be shown on this page: its event Guide Failed says why. It is tried again on another page.',
  code: () => 'Only start() starts it: when.code is true.',
  gap: ({ state, context, time }) =>
    `The last guide came on ${time(context.history.interruptions.at(-1)?.at)}; pacing.gapMinutes is ${state.pacing?.gapMinutes}.`,
  perSession: ({ state }) =>
    `So many guides have come in this session already: pacing.perSession is ${state.pacing?.perSession}.`,
  perDay: ({ state }) =>
    `So many guides have come in the last 24 hours already: pacing.perDay is ${state.pacing?.perDay}.`,
  surveyGap: ({ state }) =>
    `A survey came less than ${state.pacing?.surveyGapDays} days ago: that is pacing.surveyGapDays.`,
  npsGap: ({ state }) =>
    `An NPS survey came less than ${state.pacing?.npsGapDays} days ago: that is pacing.npsGapDays.`,
  open: ({ slot, state }) => {
    const other = state.openGuides().find((one) => one.slot === slot)
    return other?.here ? `“${other.id}” is open.` : 'A guide is open in another tab.'
  },
  typing: () => 'The user is typing.',
  dialog: () => 'A dialog of the product is open.',
  hidden: () => 'The tab is in the background.',
  missing: () => 'Its target is not on the page, or not visible.',
}

/**
 * Every gate in order with a sentence that a product manager understands, in English as the config and the dashboard
 * are. A chunk of its own, loaded when somebody asks.
 */
export function explainGates(explained: Explained): ExplainedVerdict[] {
  const it = createCase(explained)
  const { context, state } = explained
  return GATES.map((gate) => {
    const refused = firstRefusal(explained, context, state, [gate])
    const why = refused ? REFUSED[refused.refusal](it) : PASSED[gate](it)
    return { gate, passed: !refused, why }
  })
}

/** Whether the target would be found if anybody asked: what is under way or was asked for waits for it on the screen. */
const isThere = ({ context, state, ...subject }: Explained): boolean =>
  !firstRefusal(subject, context, { ...state, started: false }, ['target'])

function createCase(explained: Explained): Case {
  const { guide, context, timeZone } = explained
  const { guides } = context.history
  const write = (at: number, parts: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...parts, ...(timeZone && { timeZone }) }).format(at)
  const yearOf = (at: number) => write(at, { year: 'numeric' })
  const writeDay = (at: number | undefined, parts: Intl.DateTimeFormatOptions = {}): string => {
    if (at === undefined) return 'an unknown day'
    const year = yearOf(at) === yearOf(context.now) ? {} : ({ year: 'numeric' } as const)
    return write(at, { day: 'numeric', month: 'short', ...year, ...parts })
  }
  return {
    ...explained,
    record: (Object.hasOwn(guides, guide.id) && guides[guide.id]) || { shown: 0 },
    day: (at) => writeDay(at),
    time: (at) => writeDay(at, { hour: '2-digit', minute: '2-digit' }),
  }
}

/** What interrupts is used up by being shown, what stays by its end. */
function usedUp({ slot, record, day }: Case): string {
  const { shown, last, completed = 0, dismissed = 0 } = record
  if (slot !== 'interrupt')
    return completed > dismissed
      ? `Completed on ${day(completed)}`
      : `Closed by the user on ${day(dismissed)}`
  return shown > 1 ? `Shown ${times(shown)}, last on ${day(last)}` : `Shown once already, on ${day(last)}`
}

function skipped(otherwise: Sentence): Sentence {
  return (it) => (it.state.started ? 'Not asked: the guide is under way, or was asked for.' : otherwise(it))
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
