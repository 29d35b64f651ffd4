import { useEffect, useState } from 'preact/hooks'
import { createLiveFeed, type LiveFeed, type LiveState } from './live-feed'

const START: LiveState = { connection: 'connecting', events: [], waiting: 0, paused: false }

/** The live feed for as long as the component is on the page. */
export function useLiveFeed(): { state: LiveState; feed: LiveFeed | null } {
  const [feed, setFeed] = useState<LiveFeed | null>(null)
  const [state, setState] = useState(START)
  useEffect(() => {
    const opened = createLiveFeed()
    setFeed(opened)
    opened.onChange(setState)
    return () => opened.close()
  }, [])
  return { state, feed }
}
