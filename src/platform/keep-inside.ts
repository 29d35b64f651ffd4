/** By which hosts notice that the user is somewhere else: to close a menu, or to pull the focus back into a dialog. */
const NOTICED = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'focusin',
]

/**
 * Keeps what the user does in `root`, which has an open shadow root, to itself, so that a menu stays open and a focus trap
 * lets the user go on while a guide stands beside them. The first on the way of an event, the window, is where it ends;
 * what handles a click in there hears of it by another event that never leaves. What the browser does by itself stays.
 * Returns the cleanup.
 */
export function keepInside(root: HTMLElement): () => void {
  const heard = (event: Event): void => {
    const path = event.composedPath()
    const [target] = path
    // The controls of a video hear of events in the usual way in some browsers.
    if (!path.includes(root) || target instanceof HTMLVideoElement) return
    event.stopPropagation()
    // No `MouseEvent`: that would tick a box or follow a link a second time.
    const inner = new Event('click', { bubbles: true, cancelable: true })
    if (event.type === 'click' && !target?.dispatchEvent(inner)) event.preventDefault()
  }
  for (const type of NOTICED) window.addEventListener(type, heard, true)
  return () => {
    for (const type of NOTICED) window.removeEventListener(type, heard, true)
  }
}
