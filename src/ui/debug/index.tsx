import { render } from 'preact'
import type { DebugHost } from '../../core/debug'
import { createRoot, createStyleSheet } from '../mount'
import { createEventLog } from './event-log'
import { Panel } from './panel'
import { readGuides } from './read-guides'
import { debugStyles } from './styles'

const sheet = createStyleSheet(debugStyles)

/**
 * Opens the debug panel: guides with their gates, events, and what is known of user and account. It stands outside the
 * top layer, so that it never covers a guide. Returns what takes it away.
 */
export function openDebugPanel(host: DebugHost): () => void {
  // Its texts are English, whatever the page speaks; its corner follows the page.
  const { root, container } = createRoot({ ...host, locale: 'en', dir: 'ltr' }, sheet)
  container.dataset.side = host.dir === 'rtl' ? 'right' : 'left'
  const log = createEventLog(host, refresh)
  let guides: Awaited<ReturnType<typeof readGuides>> = []
  let frame = 0

  const paint = (): void =>
    render(
      <Panel guides={guides} events={log.events()} context={host.context()} refresh={refresh} />,
      container,
    )

  // Several changes of a moment are looked at once, before the next frame.
  function refresh(): void {
    frame ||= requestAnimationFrame(async () => {
      guides = await readGuides(host)
      frame = 0
      if (root.isConnected) paint()
    })
  }

  document.body.append(root)
  paint()
  refresh()
  const cleanups = [host.$tick.listen(refresh), log.destroy]
  return () => {
    cancelAnimationFrame(frame)
    for (const cleanup of cleanups) cleanup()
    render(null, container)
    root.remove()
  }
}
