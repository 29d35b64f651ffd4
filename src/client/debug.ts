import type { DebugHost } from '../core/debug'
import type { Report } from '../platform/report'
import { whenLoaded } from './when-loaded'

/** Loads the debug panel and opens it. Returns what takes it away. */
export const loadDebugPanel = (host: DebugHost, error: Report): (() => void) =>
  whenLoaded(
    import('../ui/debug'),
    ({ openDebugPanel }) => openDebugPanel(host),
    ({ message }) => error(`the debug panel could not be loaded: ${message}`),
  )
