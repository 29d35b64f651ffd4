import { closest } from '../../platform/composed'
import { focused } from '../../platform/focus'
import { windowsAround } from '../../platform/observe-rect'
import { ownsArrows } from '../../platform/owns-arrows'

/** What a key means to a tour. */
export type TourKey = 'next' | 'back' | 'escape' | 'switch'

/** Places of the host where Escape has a meaning of its own. */
const OWNS_ESCAPE =
  'dialog,[role=dialog],[role=alertdialog],[role=menu],[role=listbox],[aria-expanded=true],[popover]:popover-open'

/**
 * Listens for the keys of a tour: Escape closes, F6 goes to the tooltip and back, arrows step in reading direction.
 * The host comes first: what it has handled, or what means something where the focus is, is left to it.
 * Keys pressed in a frame are heard there alone: in those around `target` too. Returns the cleanup.
 */
export function onTourKey(
  root: Element,
  target: Element | undefined,
  dir: 'ltr' | 'rtl',
  listener: (key: TourKey) => boolean,
): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let key: TourKey | undefined
  // What the host does with a key may take away the dialog in which it meant something.
  const onBefore = (event: KeyboardEvent) => {
    key = meaning(event, root, dir)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (key && listener(key)) event.preventDefault()
  }
  for (const view of windowsAround(target ?? root)) {
    view.addEventListener('keydown', onBefore, { capture: true, signal })
    view.addEventListener('keydown', onKey, { signal })
  }
  return () => ending.abort()
}

function meaning({ key, shiftKey }: KeyboardEvent, root: Element, dir: 'ltr' | 'rtl'): TourKey | undefined {
  const element = focused()
  if (key === 'F6') return 'switch'
  if (key === 'Escape') return isElsewhere(element, root) ? undefined : 'escape'
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  // With Shift an arrow selects text.
  if (shiftKey || ownsArrows(element)) return undefined
  return (key === 'ArrowRight') === (dir === 'ltr') ? 'next' : 'back'
}

/** Inside something of the host that Escape closes. */
const isElsewhere = (element: HTMLElement | undefined, root: Element) =>
  !!element && element.getRootNode() !== root.shadowRoot && !!closest(element, OWNS_ESCAPE)
