import type { LiveEvent } from '../../../services'
import { accountHref } from '../../shared/pages'
import { eventKey } from '../data/live-feed'
import { useFormat } from '../format/use-format'
import { Json } from './json'

export function EventList({ events }: { events: readonly LiveEvent[] }) {
  if (events.length === 0) return <p class="quiet-note">None of the events so far matches the filter.</p>
  return (
    <ol class="card flush live">
      {events.map((event) => (
        <EventItem key={eventKey(event)} event={event} />
      ))}
    </ol>
  )
}

function EventItem({ event }: { event: LiveEvent }) {
  const format = useFormat()
  return (
    <li data-rejected={event.rejected !== null}>
      <details>
        <summary>
          <time class="num" dateTime={new Date(event.receivedAt).toISOString()}>
            {format.clock(event.receivedAt)}
          </time>
          <span class="live-type">{event.type}</span>
          <span class="live-name">
            {eventName(event)}
            {event.rejected !== null && <span class="live-reason">Rejected: {event.rejected}</span>}
          </span>
          <span class="live-who">{whoOf(event)}</span>
        </summary>
        {event.accountId !== null && (
          <p class="card-note">
            Account <a href={accountHref(event.accountId)}>{event.accountId}</a>
          </p>
        )}
        <Json value={event} />
      </details>
    </li>
  )
}

/** The account tells an installer more than one of its people does. */
const whoOf = ({ userId, anonymousId, accountId }: LiveEvent): string =>
  [userId ?? anonymousId ?? 'nobody', accountId].filter((id) => id !== null).join(' · ')

function eventName({ type, event, path }: LiveEvent): string {
  if (type === 'identify') return 'Traits of a user'
  if (type === 'group') return 'Traits of an account'
  return event || path || type
}
