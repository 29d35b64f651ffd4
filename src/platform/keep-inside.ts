import { focused, isField } from './focus'

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
const KEYS = ['keydown', 'keypress', 'keyup']
/** They mean something to a guide wherever the focus is in it. */
const OURS = ['Escape', 'F6']

/**
 * Keeps what the user does in `root`, which has an open shadow root, to itself, so that a menu stays open, a focus trap
 * lets the user go on, and no letter of an answer is taken for a shortcut. Returns the cleanup.
 */
export function keepInside(root: HTMLElement): () => void {
  // Heard first of all, on the window: many hosts listen on the way down.
  const heard = (event: Event): void => {
    const path = event.composedPath()
    const [target] = path
    // The controls of a video hear of events in the usual way in some browsers.
    if (!path.includes(root) || target instanceof HTMLVideoElement) return
    event.stopPropagation()
    if (event.type === 'mousedown' && isButton(path) && isOutside(root)) event.preventDefault()
    if (event.type === 'click' && target && !handled(target)) event.preventDefault()
  }
  for (const type of NOTICED) window.addEventListener(type, heard, true)
  for (const type of KEYS) root.addEventListener(type, keepText)
  return () => {
    for (const type of NOTICED) window.removeEventListener(type, heard, true)
  }
}

/** Lets what stands in the root handle a click; no `MouseEvent`, which would tick a box or follow a link a second time. */
const handled = (target: EventTarget): boolean =>
  target.dispatchEvent(new Event('click', { bubbles: true, cancelable: true }))

/** Hosts see the root where the user is in a field of it, and take what is written there for shortcuts. */
function keepText(event: Event): void {
  const [target] = event.composedPath()
  const isOurs = event instanceof KeyboardEvent && OURS.includes(event.key)
  if (target instanceof HTMLElement && isField(target) && !isOurs) event.stopPropagation()
}

const isButton = (path: readonly EventTarget[]): boolean => path.some((at) => at instanceof HTMLButtonElement)

/** The focus is on something of the host: there it stays when a button is pressed. */
const isOutside = (root: Element): boolean => {
  const element = focused()
  return !!element && element.getRootNode() !== root.shadowRoot
}
