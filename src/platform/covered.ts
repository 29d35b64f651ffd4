import { frameOf, hitAt, parentOf } from './composed'
import { isRendered } from './rendered'
import { type Sight, sightOf } from './sight'

/** Where is looked, as shares of width and height: whatever covers a half leaves one of them free. */
const SPOTS = [0.5, 0.1, 0.9]

/**
 * Whether something lies over all of a visible element, as far as three spots tell, and scrolling the page does not
 * bring it out: a curtain, a modal dialog, a drawer. What is transparent covers nothing, nor do surfaces of ours, nor
 * a bar along an edge of the window, unless the element is pinned to the window too. An element that is scrolled out
 * of sight is covered by what lies over the whole window. `sight` is given by whoever has looked already.
 */
export function isCovered(element: Element, sight = sightOf(element)): boolean {
  const { ownerDocument } = element
  const frame = frameOf(element)
  // What no pointer hits cannot be told from what is covered.
  if (!sight || getComputedStyle(element).pointerEvents === 'none') return false
  const [[left, right], [top, bottom]] = sight.box
  const isUnder = (share: number) =>
    isUnderAt(ownerDocument, left + (right - left) * share, top + (bottom - top) * share, element, sight)
  return SPOTS.every(isUnder) || (!!frame && isCovered(frame))
}

/** Whether what is seen first at a point is not the element, nor anything around it, and stays there. */
function isUnderAt(
  root: DocumentOrShadowRoot,
  x: number,
  y: number,
  element: Element,
  sight: Sight,
): boolean {
  for (const hit of root.elementsFromPoint(x, y)) {
    const { shadowRoot } = hit
    if (element.contains(hit)) return false
    if (sight.path.has(hit))
      return !!shadowRoot && shadowRoot !== root && isUnderAt(shadowRoot, x, y, element, sight)
    if (hit.matches(':modal')) return true
    // What a component draws, such as a bar, may stand elsewhere than the component.
    if (isPainted(hit)) return isLasting((shadowRoot && hitAt(shadowRoot, x, y)) ?? hit, sight)
  }
  return false
}

/** A component is taken to be as opaque as most are; ours lie above everything while they are open. */
function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const isOpaque =
    backgroundColor !== 'rgba(0, 0, 0, 0)' ||
    backgroundImage !== 'none' ||
    element.shadowRoot ||
    element.matches('img,video,canvas,iframe')
  return !!isOpaque && element.localName !== 'handrail-root' && isRendered(element)
}

/** Whether the cover stays over the element when the page is scrolled. */
function isLasting(cover: Element, { isOut, isPinned, path }: Sight): boolean {
  for (let at: Element | undefined = cover; at && !path.has(at); at = parentOf(at)) {
    const { position } = getComputedStyle(at)
    if (position === 'fixed' || position === 'sticky')
      return (isPinned && !isOut) || at.getBoundingClientRect().height >= innerHeight / 2
  }
  return !isOut
}
