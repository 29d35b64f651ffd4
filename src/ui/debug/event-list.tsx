import type { WireEvent } from '../../schema'
import type { LoggedEvent } from './event-log'

const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** The latest events, newest first; opened, what they carry. */
export function EventList({ events }: { events: readonly LoggedEvent[] }) {
  if (events.length === 0) return <p class="empty">Nothing has been tracked yet.</p>
  return (
    <ul class="rows">
      {events.map(({ event, sent }) => (
        <li key={event.messageId}>
          <details>
            <summary>
              <span class="name">{titleOf(event)}</span>
              <time>{TIME.format(new Date(event.timestamp ?? 0))}</time>
              <span class="why">
                {sent ? aboutOf(event) : 'Not sent: the user has not allowed analytics.'}
              </span>
            </summary>
            <pre>{JSON.stringify(event.properties ?? event.traits ?? {}, null, 2)}</pre>
          </details>
        </li>
      ))}
    </ul>
  )
}

const titleOf = ({ type, event, name, groupId, userId }: WireEvent): string => {
  if (type === 'track') return event ?? ''
  return `${type} ${(type === 'page' ? name : type === 'group' ? groupId : userId) ?? ''}`.trim()
}

/** Which guide and which part of it an event is about. */
function aboutOf({ properties }: WireEvent): string {
  const parts = ['guide_id', 'step_id', 'item_id', 'question_id', 'feature_id', 'reason', 'how']
  return parts.flatMap((key) => (typeof properties?.[key] === 'string' ? properties[key] : [])).join(' · ')
}
