/**
 * What Handrail itself sends: it says something about guides and sessions, nothing about use of the product. The list of the
 * default health model (`active_event.exclude`); a name ends in `*` where it stands for all that begin so.
 *
 * `Feature Used` is not in it: it is derived, but a feature declared by a click rule has no other event, and figures of
 * activity are sets of users and days, in which a feature declared by an event cannot count a second time.
 */
const ownEvents = ['Guide *', 'Step *', 'Item Completed', 'Survey *', 'Session *', 'Target Healed']

const isOwn = ownEvents.map((pattern) =>
  pattern.endsWith('*')
    ? (name: string) => name.startsWith(pattern.slice(0, -1))
    : (name: string) => name === pattern,
)

/** Whether a message shows that someone used the product: its own events and page views. */
export function isActivity(type: string, name: string): boolean {
  if (type === 'page' || type === 'screen') return true
  return type === 'track' && !isOwn.some((matches) => matches(name))
}
