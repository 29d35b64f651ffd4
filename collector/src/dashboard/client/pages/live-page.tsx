import { useState } from 'preact/hooks'
import { Icon } from '../../shared/icon'
import type { LiveFeed, LiveState } from '../data/live-feed'
import { matchesText } from '../data/live-filter'
import { useLiveFeed } from '../data/use-live-feed'
import { useFormat } from '../format/use-format'
import { ConnectionState } from '../parts/connection-state'
import { EventList } from '../parts/event-list'
import { InstallHelp } from '../parts/install-help'
import { PageHead } from '../parts/page-head'

/** Answers one question: is my snippet working? */
export function LivePage({ snippet }: { snippet: string }) {
  const { state, feed } = useLiveFeed()
  const [text, setText] = useState('')
  const [rejectedOnly, setRejectedOnly] = useState(false)
  const shown = state.events.filter(
    (event) => matchesText(event, text) && (!rejectedOnly || event.rejected !== null),
  )
  return (
    <>
      <PageHead title="Live" note="Events as they arrive, before they are stored and scored.">
        <ConnectionState connection={state.connection} />
      </PageHead>
      {state.events.length === 0 ? (
        <InstallHelp snippet={snippet} waiting={state.waiting} />
      ) : (
        <>
          <search class="filter">
            <label class="search">
              <Icon name="search" />
              <span class="visually-hidden">Filter by event, user, account or page</span>
              <input
                type="search"
                value={text}
                placeholder="Event, user, account or page"
                onInput={(event) => setText(event.currentTarget.value)}
              />
            </label>
            <label class="check">
              <input
                type="checkbox"
                checked={rejectedOnly}
                onChange={(event) => setRejectedOnly(event.currentTarget.checked)}
              />
              Rejected only
            </label>
            <FeedControls state={state} feed={feed} />
          </search>
          <EventList events={shown} />
        </>
      )}
    </>
  )
}

function FeedControls({ state, feed }: { state: LiveState; feed: LiveFeed | null }) {
  const format = useFormat()
  return (
    <div class="feed-controls">
      {state.paused && (
        <span class="row-note num">{format.count(state.waiting, 'event', 'events')} waiting</span>
      )}
      <button
        class="button"
        type="button"
        aria-pressed={state.paused}
        onClick={() => feed?.pause(!state.paused)}
      >
        <Icon name={state.paused ? 'play' : 'pause'} />
        {state.paused ? 'Continue' : 'Pause'}
      </button>
      <button class="button quiet" type="button" onClick={() => feed?.clear()}>
        Clear
      </button>
    </div>
  )
}
