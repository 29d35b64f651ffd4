import type { DebugHost } from '../core/debug'
import type { Report } from '../platform/report'

/** Loads the debug panel and opens it. Returns what takes it away. */
export function loadDebugPanel(host: DebugHost, error: Report): () => void {
  let close: (() => void) | undefined
  let isOver = false
  import('../ui/debug').then(
    ({ openDebugPanel }) => {
      if (!isOver) close = openDebugPanel(host)
    },
    ({ message }: Error) => error(`the debug panel could not be loaded: ${message}`),
  )
  return () => {
    isOver = true
    close?.()
  }
}
