/** What an event says to people: `Finished the tour "welcome"`. */
export interface Told {
  type: string
  event: string
  properties: Record<string, unknown>
}

/** One line of plain words. Values come from outside: show them as text only. */
export function timelineText({ type, event, properties }: Told): string {
  if (type === 'identify') return 'Signed in or changed their profile'
  if (type === 'group') return 'The account was updated'
  if (type === 'page' || type === 'screen')
    return `Opened ${event === '' ? textOf(properties.path, 'a page') : event}`
  return SENTENCES[event]?.(properties) ?? event
}

type Properties = Record<string, unknown>

const SENTENCES: Record<string, (properties: Properties) => string> = {
  'Guide Shown': (p) => `Saw ${guide(p)}`,
  'Guide Completed': (p) => `Finished ${guide(p)}`,
  'Guide Dismissed': (p) => `Closed ${guide(p)}${by(p)}`,
  'Guide Snoozed': (p) => `Put off ${guide(p)}`,
  'Guide Withheld': (p) => `Was held out of ${guide(p)}`,
  'Guide Failed': (p) => `Could not be shown ${guide(p)}: ${textOf(p.reason, 'unknown reason')}`,
  'Guide Goal Reached': (p) => `Reached the goal of ${guide(p)}`,
  'Target Healed': (p) => `A fallback found the target of step "${textOf(p.step_id)}" in ${guide(p)}`,
  'Step Viewed': (p) => `Saw step "${textOf(p.step_id)}" of ${guide(p)}`,
  'Step Completed': (p) => `Completed step "${textOf(p.step_id)}" of ${guide(p)}`,
  'Item Completed': (p) => `Completed "${textOf(p.item_id)}" in ${guide(p)}${progress(p)}`,
  'Survey Answered': (p) => `Answered ${survey(p)}`,
  'Survey Completed': (p) => `Completed ${survey(p)}`,
  'Survey Abandoned': (p) => `Left ${survey(p)} unfinished`,
  'Feature Used': (p) => `Used ${textOf(p.feature_name, textOf(p.feature_id, 'a feature'))}`,
  'Session Started': () => 'Started a session',
  'Session Ended': (p) => `Ended a session${minutes(p)}`,
}

function guide({ guide_kind, guide_id }: Properties): string {
  return `the ${textOf(guide_kind, 'guide')} "${textOf(guide_id)}"`
}

function survey(properties: Properties): string {
  const { metric, score } = properties
  const given =
    typeof metric === 'string' && typeof score === 'number' ? ` with ${metric.toUpperCase()} ${score}` : ''
  return `the survey "${textOf(properties.guide_id)}"${given}`
}

function by({ how }: Properties): string {
  return typeof how === 'string' && how !== '' ? ` (${how})` : ''
}

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
