import type { EventRow } from '../../api-types'

/**
 * A survey is answered question by question, and its end is told by the guide and by the survey: one line is kept for
 * each submission and event, the last one, and the guide is silent about the end. Newest first, as they come.
 */
export function toldOnce(events: readonly EventRow[]): EventRow[] {
  const told = new Set<string>()
  return events.filter(({ event, properties }) => {
    if (event === 'Guide Completed' && properties.guide_kind === 'survey') return false
    const { submission_id } = properties
    if (typeof submission_id !== 'string') return true
    const key = `${event} ${submission_id}`
    return !told.has(key) && told.add(key)
  })
}
