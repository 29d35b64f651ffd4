import { parentOf } from './composed'

export type Span = readonly [start: number, end: number]

/** Where an element is seen. */
export interface Sight {
  /** What is left of it, across and along, in pixels of its window; while it is out of sight, of what it scrolls in. */
  spans: readonly Span[]
  /** It has to be scrolled to. */
  isOut: boolean
  /** It keeps its place in the window when the page scrolls. */
  isPinned: boolean
  /** The element and all around it, from the inside out. */
  path: ReadonlySet<Element>
}

/** Further than any page goes. */
const FAR_PX = 1e7

const spansOf = ({ left, right, top, bottom }: DOMRect): readonly Span[] => [
  [left, right],
  [top, bottom],
]

/**
 * What everything around an element leaves of it: hidden overflow, scrollers, at last the window. `undefined` when
 * it is inert, or lies where no scrolling reaches, as closed accordions and menus beside the window do.
 */
export function sightOf(element: Element): Sight | undefined {
  const { documentElement, body, defaultView } = element.ownerDocument
  const { overflow, direction } = getComputedStyle(documentElement)
  // The body gives its overflow to the window, unless the document has its own.
  const page = body && overflow === 'visible' ? body : documentElement
  const path = new Set<Element>()
  let spans = spansOf(element.getBoundingClientRect())
  let isOut = false
  let isPinned = false
  let isLost = false
  let placed = ''

  function limit(edges: readonly Span[], overflows: readonly string[]): void {
    spans = spans.map(([start, end], axis): Span => {
      const [first, last] = edges[axis] ?? [start, end]
      const how = overflows[axis]
      const left = [Math.max(start, first), Math.min(end, last)] as const
      if (how === 'visible') return [start, end]
      if (left[1] - left[0] > 1) return left
      isOut = true
      isLost ||= how === 'hidden' || how === 'clip'
      return [first, last]
    })
  }

  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { position, transform, overflowX, overflowY } = getComputedStyle(at)
    path.add(at)
    isLost ||= at.hasAttribute('inert')
    // What is absolute or fixed is not cut off by boxes that it does not belong to.
    const isOutside = placed === 'fixed' || (placed === 'absolute' && position === 'static')
    if (isOutside && transform === 'none') continue
    placed = position
    isPinned ||= position === 'fixed'
    if (at !== element && at !== page && at !== documentElement)
      limit(spansOf(at.getBoundingClientRect()), [overflowX, overflowY])
  }

  const { scrollX = 0, scrollY = 0 } = defaultView ?? {}
  const { clientWidth: width, clientHeight: height } = documentElement
  const { overflowX, overflowY } = getComputedStyle(page)
  const held = (own: string) => (isPinned ? 'hidden' : own === 'visible' ? 'auto' : own)
  // Pages scroll towards the end only.
  const across = direction === 'rtl' ? ([-FAR_PX, width - scrollX] as const) : ([-scrollX, FAR_PX] as const)
  limit([across, [-scrollY, FAR_PX]], ['clip', 'clip'])
  limit(
    [
      [0, width],
      [0, height],
    ],
    [held(overflowX), held(overflowY)],
  )
  return isLost ? undefined : { spans, isOut, isPinned, path }
}
