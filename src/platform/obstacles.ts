import type { Target } from '../schema'
import { onTarget } from './observe-target'

const TYPING_PAUSE_MS = 2000

interface Obstacles {
  typing: boolean
  dialog: boolean
  hidden: boolean
  targets: readonly Target[]
}

/** Runs once when one of these may have gone: typing has paused, a dialog was closed, the tab shown, a target found. */
export function onceClear({ typing, dialog, hidden, targets }: Obstacles, run: () => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const once = (): void => {
    ending.abort()
    run()
  }
  if (typing) {
    const timer = setTimeout(once, TYPING_PAUSE_MS)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
  if (hidden) document.addEventListener('visibilitychange', once, { signal })
  if (dialog) onDialogGone(signal, once)
  for (const target of targets)
    signal.addEventListener(
      'abort',
      onTarget(target, (found) => found && queueMicrotask(once)),
    )
  return () => ending.abort()
}

/** A `<dialog>` says when it closes; one made of other elements only changes or leaves. */
function onDialogGone(signal: AbortSignal, gone: () => void): void {
  const observer = new MutationObserver(gone)
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['open', 'role', 'aria-modal'],
  })
  signal.addEventListener('abort', () => observer.disconnect())
  document.addEventListener('close', gone, { capture: true, signal })
}
