import type { Target } from '../schema'
import { onTarget } from './observe-target'
import { listen, onVisibility } from './visibility'

const TYPING_PAUSE_MS = 2000

interface Obstacles {
  typing: boolean
  dialog: boolean
  hidden: boolean
  targets: readonly Target[]
}

/** Runs once when one of these may have gone: typing has paused, a dialog was closed, the tab shown, a target found. */
export function onceClear({ typing, dialog, hidden, targets }: Obstacles, run: () => void): () => void {
  const cleanups: (() => void)[] = []
  const clear = (): void => {
    for (const cleanup of cleanups) cleanup()
  }
  const once = (): void => {
    clear()
    run()
  }
  if (typing) {
    const timer = setTimeout(once, TYPING_PAUSE_MS)
    cleanups.push(() => clearTimeout(timer))
  }
  if (hidden) cleanups.push(onVisibility(once))
  if (dialog) cleanups.push(onDialogGone(once))
  for (const target of targets) cleanups.push(onTarget(target, (found) => found && queueMicrotask(once)))
  return clear
}

/** A `<dialog>` says when it closes; one made of other elements only changes or leaves. */
function onDialogGone(gone: () => void): () => void {
  const observer = new MutationObserver(gone)
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['open', 'role', 'aria-modal'],
  })
  const stop = listen(document, 'close', gone, { capture: true })
  return () => {
    observer.disconnect()
    stop()
  }
}
