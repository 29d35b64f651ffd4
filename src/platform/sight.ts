import { parentOf, viewOf } from './composed'

type Span = readonly [start: number, end: number]
type Box = readonly [across: Span, along: Span]

/** Where an element is seen. */
export interface Sight {
  /** What is left of it, in pixels of its window; while it is out of sight, of what it scrolls in. */
  box: Box
  /** It has to be scrolled to. */
  isOut: boolean
  /** It keeps its place in the window when the page scrolls. */
  isPinned: boolean
  /** The element and all around it, from the inside out. */
  path: ReadonlySet<Element>
}

/** Further than any page goes. */
const FAR_PX = 1e7

const boxOf = ({ left, right, top, bottom }: DOMRect): Box => [
  [left, right],
  [top, bottom],
]

/** The page of a document, in pixels of its window: what holds its overflow, how far it goes, what is seen of it. */
function pageOf(document: Document) {
  const { documentElement, body, defaultView } = document
  const { overflow, direction } = getComputedStyle(documentElement)
  const { clientWidth, clientHeight } = viewOf(document)
  const { scrollX = 0, scrollY = 0 } = defaultView ?? {}
  // Pages scroll towards the end only.
  const across: Span = direction === 'rtl' ? [-FAR_PX, clientWidth - scrollX] : [-scrollX, FAR_PX]
  const area: Box = [across, [-scrollY, FAR_PX]]
  const view: Box = [
    [0, clientWidth],
    [0, clientHeight],
  ]
  // The body gives its overflow to the window, unless the document has its own.
  return { holder: body && overflow === 'visible' ? body : documentElement, area, view }
}

/**
 * What everything around an element leaves of it: hidden overflow, scrollers, at last the window. `undefined` when
 * it is inert, or lies where no scrolling reaches, as closed accordions and menus beside the window do.
 */
export function sightOf(element: Element): Sight | undefined {
  const { documentElement } = element.ownerDocument
  const { holder, area, view } = pageOf(element.ownerDocument)
  const path = new Set<Element>()
  let box = boxOf(element.getBoundingClientRect())
  let isOut = false
  let isPinned = false
  let isLost = false
  let placed = ''

  function cut([start, end]: Span, edge: Span, overflow: string): Span {
    const left: Span = [Math.max(start, edge[0]), Math.min(end, edge[1])]
    if (overflow === 'visible') return [start, end]
    if (left[1] - left[0] > 1) return left
    isOut = true
    isLost ||= overflow !== 'auto' && overflow !== 'scroll'
    return edge
  }
  function limit(edges: Box, overflowX: string, overflowY: string): void {
    box = [cut(box[0], edges[0], overflowX), cut(box[1], edges[1], overflowY)]
  }

  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const { position, transform, overflowX, overflowY } = getComputedStyle(at)
    path.add(at)
    isLost ||= at.hasAttribute('inert')
    // What is absolute or fixed is not cut off by boxes that it does not belong to.
    const isOutside = placed === 'fixed' || (placed === 'absolute' && position === 'static')
    if (isOutside && transform === 'none') continue
    placed = position
    isPinned ||= position === 'fixed'
    if (at !== element && at !== holder && at !== documentElement)
      limit(boxOf(at.getBoundingClientRect()), overflowX, overflowY)
  }

  const { overflowX, overflowY } = getComputedStyle(holder)
  const held = (own: string) => (isPinned ? 'hidden' : own === 'visible' ? 'auto' : own)
  limit(area, '', '')
  limit(view, held(overflowX), held(overflowY))
  return isLost ? undefined : { box, isOut, isPinned, path }
}
