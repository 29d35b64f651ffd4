import type { Target } from '../schema'
import { TYPING_PAUSE_MS } from './activity'
import { isDialogOpen, openDialog } from './dialog'

/** By which dialogs come and go. */
const ATTRIBUTES = ['open', 'role', 'aria-modal', 'class', 'style', 'hidden']

type OnTarget = typeof import('./observe-target').onTarget

interface Obstacles {
  typing: boolean
  dialog: boolean
  hidden: boolean
  targets: readonly Target[]
}

/**
 * Runs once when one of these may have gone: typing has paused, a dialog was closed, the tab shown, a target found, the
 * last only with `onTarget`.
 */
export function onceClear(
  { typing, dialog, hidden, targets }: Obstacles,
  onTarget: OnTarget | undefined,
  run: () => void,
): () => void {
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
  for (const target of targets) {
    const stop = onTarget?.(target, (found) => found && queueMicrotask(once))
    if (stop) signal.addEventListener('abort', stop)
  }
  return () => ending.abort()
}

/** A `<dialog>` says when it closes, but not out of its shadow root; one of other elements changes or leaves. */
function onDialogGone(signal: AbortSignal, gone: () => void): void {
  const look = () => {
    if (!isDialogOpen()) gone()
  }
  const observer = new MutationObserver(look)
  for (const root of [document, openDialog()?.getRootNode() ?? document]) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES })
    root.addEventListener('close', look, { capture: true, signal })
    root.addEventListener('transitionend', look, { capture: true, signal })
  }
  signal.addEventListener('abort', () => observer.disconnect())
}
