import type { EventRow } from '../../api-types'
import type { ConfigWords } from './config-words'

/** One line of plain words: `Finished the tour "Welcome"`. Values come from outside: show them as text only. */
export function timelineText(
  { type, event, path, properties }: Pick<EventRow, 'type' | 'event' | 'path' | 'properties'>,
  words: ConfigWords,
): string {
  if (type === 'page' || type === 'screen') return `Opened ${event || path || 'a page'}`
  return SENTENCES.get(event)?.(properties, words) ?? event
}

type Properties = Record<string, unknown>

type Sentence = (properties: Properties, words: ConfigWords) => string

/** A map, because the name of an event is anybody's: an object answers to `constructor`. */
const SENTENCES = new Map<string, Sentence>([
  ['Guide Shown', (p, words) => `Saw ${guide(p, words)}`],
  ['Guide Completed', (p, words) => `Finished ${guide(p, words)}`],
  ['Guide Dismissed', (p, words) => `Closed ${guide(p, words)}${BY.get(p.how) ?? ''}`],
  ['Guide Snoozed', (p, words) => `Put off ${guide(p, words)}`],
  ['Guide Withheld', (p, words) => `Was held out of ${guide(p, words)}`],
  [
    'Guide Failed',
    (p, words) => `Could not be shown ${guide(p, words)}: ${textOf(p.reason, 'unknown reason')}`,
  ],
  ['Guide Goal Reached', (p, words) => `Reached the goal of ${guide(p, words)}`],
  [
    'Target Healed',
    (p, words) => `A fallback found the target of step "${part(p, p.step_id, words)}" in ${guide(p, words)}`,
  ],
  ['Step Viewed', (p, words) => `Saw step "${part(p, p.step_id, words)}" of ${guide(p, words)}`],
  ['Step Completed', (p, words) => `Completed step "${part(p, p.step_id, words)}" of ${guide(p, words)}`],
  [
    'Item Completed',
    (p, words) => `Completed "${part(p, p.item_id, words)}" in ${guide(p, words)}${progress(p)}`,
  ],
  ['Survey Answered', (p, words) => `Answered ${survey(p, words)}`],
  ['Survey Completed', (p, words) => `Completed ${survey(p, words)}`],
  ['Survey Abandoned', (p, words) => `Left ${survey(p, words)} unfinished`],
  ['Feature Used', (p) => `Used ${textOf(p.feature_name, textOf(p.feature_id, 'a feature'))}`],
  ['Session Started', () => 'Started a session'],
  ['Session Ended', (p) => `Ended a session${minutes(p)}`],
])

function guide({ guide_kind, guide_id }: Properties, words: ConfigWords): string {
  const kind = textOf(guide_kind, 'guide')
  return `the ${kind} "${words(kind, textOf(guide_id))}"`
}

/** A step or an item. */
function part({ guide_kind, guide_id }: Properties, id: unknown, words: ConfigWords): string {
  return words(textOf(guide_kind), textOf(guide_id), textOf(id))
}

function survey(properties: Properties, words: ConfigWords): string {
  const { metric, score } = properties
  const given =
    typeof metric === 'string' && typeof score === 'number' ? ` with ${metric.toUpperCase()} ${score}` : ''
  return `the survey "${words('survey', textOf(properties.guide_id))}"${given}`
}

/** The ordinary way, its close button, says nothing of its own. */
const BY = new Map<unknown, string>([
  ['escape', ' with Escape'],
  ['outside', ' by a click beside it'],
  ['button', ' with one of its buttons'],
  ['superseded', ' when another guide began'],
])

function progress({ done_count, total_count }: Properties): string {
  return typeof done_count === 'number' && typeof total_count === 'number'
    ? ` (${done_count} of ${total_count})`
    : ''
}

function minutes({ duration_ms }: Properties): string {
  if (typeof duration_ms !== 'number') return ''
  const rounded = Math.round(duration_ms / 60_000)
  return rounded === 0 ? ' of less than a minute' : ` of ${rounded} ${rounded === 1 ? 'minute' : 'minutes'}`
}

function textOf(value: unknown, otherwise = 'unnamed'): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}
