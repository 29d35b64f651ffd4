import type { Connection } from '../data/live-feed'

const WORDS: Record<Connection, string> = {
  connecting: 'Connecting',
  open: 'Connected',
  lost: 'Connection lost, trying again',
}

export function ConnectionState({ connection }: { connection: Connection }) {
  return (
    <p class="connection" data-connection={connection} role="status">
      {WORDS[connection]}
    </p>
  )
}
