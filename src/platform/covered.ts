import { frameOf, parentOf } from './composed'
import { type Sight, type Span, sightOf } from './sight'

/** Where is looked, as shares of width and height: in the middle first, then towards the edges. */
const SHARES = [0.5, 0.1, 0.9]

/**
 * Whether something lies over all of the element, as far as nine spots tell, and scrolling the page does not bring
 * it out: a curtain, a modal dialog, a drawer. What is transparent covers nothing, nor do surfaces of ours, nor a bar
 * along an edge of the window, unless the element is pinned to the window too. An element that is scrolled out of
 * sight is covered by what lies over the whole window.
 */
export function isCovered(element: Element): boolean {
  const sight = sightOf(element)
  if (!sight) return false
  const { ownerDocument } = element
  const frame = frameOf(element)
  const [across, along] = sight.spans
  const isUnder = (right: number, down: number) => {
    const cover = coverAt(ownerDocument, at(across, right), at(along, down), sight.path)
    return cover && isLasting(cover, sight)
  }
  return (
    (takesPointers(element) && SHARES.every((right) => SHARES.every((down) => isUnder(right, down)))) ||
    (!!frame && isCovered(frame))
  )
}

const at = ([start, end]: Span = [0, 0], share: number) => start + (end - start) * share

/** What no pointer hits cannot be told from what is covered. */
const takesPointers = (element: Element) => getComputedStyle(element).pointerEvents !== 'none'

/** What is seen first at a point, unless it belongs to the path. */
function coverAt(root: DocumentOrShadowRoot, x: number, y: number, path: Sight['path']): Element | undefined {
  const [element] = path
  for (const hit of root.elementsFromPoint(x, y)) {
    const { shadowRoot } = hit
    if (element?.contains(hit)) return undefined
    if (path.has(hit)) return shadowRoot && shadowRoot !== root ? coverAt(shadowRoot, x, y, path) : undefined
    if (hit.localName !== 'handrail-root' && isPainted(hit)) return hit
  }
  return undefined
}

/** A component is taken to be as opaque as most are. */
function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const isClear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && !element.shadowRoot
  return (
    element.matches(':modal') ||
    (element.checkVisibility({ opacityProperty: true }) &&
      (!isClear || element.matches('img,video,canvas,iframe')))
  )
}

/** Whether the cover stays over the element when the page is scrolled. */
function isLasting(cover: Element, { isOut, isPinned, path }: Sight): boolean {
  if (cover.matches(':modal')) return true
  for (let at: Element | null = cover; at && !path.has(at); at = parentOf(at)) {
    const { position } = getComputedStyle(at)
    if (position === 'fixed' || position === 'sticky')
      return (isPinned && !isOut) || at.getBoundingClientRect().height >= innerHeight / 2
  }
  return !isOut
}
