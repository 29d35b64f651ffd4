import { frameOf, parentOf } from './composed'

/** Space kept between a target that was scrolled to and the edge of what can be seen. */
const MARGIN_PX = 16

interface Span {
  start: number
  end: number
}

/**
 * How far to scroll so that `item` lies inside `view`, with a margin; 0 when it already does. What is larger
 * than the view is shown from its start. All in pixels, positive towards the end.
 */
export function scrollDelta(item: Span, view: Span, marginPx: number): number {
  const start = view.start + marginPx
  const end = view.end - marginPx
  if (item.start >= view.start && item.end <= view.end) return 0
  if (item.end - item.start > end - start) return item.start - start
  // The middle leaves room for a tooltip on either side.
  return (item.start + item.end) / 2 - (start + end) / 2
}

const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'

interface Surroundings {
  /** Inside out. `overflow: hidden` is left alone: the host means it to stay. */
  scrollers: Element[]
  /** Inside something fixed, scrolling the page would move everything but the target. */
  isPinned: boolean
}

function surroundingsOf(element: Element): Surroundings {
  const scrollers: Element[] = []
  let isPinned = false
  for (let parent: Element | undefined = element; parent; parent = parentOf(parent)) {
    const { overflowX, overflowY, position } = getComputedStyle(parent)
    isPinned ||= position === 'fixed'
    const isScroller =
      (scrolls(overflowY) && parent.scrollHeight > parent.clientHeight) ||
      (scrolls(overflowX) && parent.scrollWidth > parent.clientWidth)
    if (isScroller && parent !== element && parent !== page(parent)) scrollers.push(parent)
  }
  return { scrollers, isPinned }
}

const page = (element: Element) => element.ownerDocument.scrollingElement

/** What bars of the host leave of a scroller or the window, at the element's column. */
function rowsAt(element: Element, { start, end }: Span): Span {
  const { left, width, top, bottom } = element.getBoundingClientRect()
  const x = Math.min(Math.max(left + width / 2, 1), document.documentElement.clientWidth - 1)
  const middle = (start + end) / 2
  const isOut = top < start || bottom > end
  // A bar covers less than half: what is in view can only be under the nearer one.
  const above = (isOut || top < middle) && barAt(x, start + 1, element)
  const below = (isOut || bottom > middle) && barAt(x, end - 1, element)
  return {
    start: above && above.bottom < middle ? above.bottom : start,
    end: below && below.top > middle ? below.top : end,
  }
}

function barAt(x: number, y: number, target: Element): DOMRect | undefined {
  for (let element = document.elementFromPoint(x, y); element; element = element.parentElement) {
    if (element.contains(target)) return undefined
    const { position } = getComputedStyle(element)
    if (position === 'fixed' || position === 'sticky') return element.getBoundingClientRect()
  }
  return undefined
}

/**
 * Brings an element into view through all scrollers around it, and clear of sticky bars at the top and bottom of each
 * and of the window. `coverOnBottomPx` is kept free too, for a bottom sheet. Does nothing when it is in view already.
 */
export function reveal(element: Element, coverOnBottomPx = 0): void {
  const { scrollers, isPinned } = surroundingsOf(element)
  const frame = frameOf(element)
  // Bars are looked for in the document that the SDK runs in.
  const rows = (view: Span) => (frame ? view : rowsAt(element, view))
  for (const scroller of scrollers) {
    const { top, left, bottom, right } = scroller.getBoundingClientRect()
    scrollInside(scroller, element, rows({ start: top, end: bottom }), { start: left, end: right })
  }
  const view = element.ownerDocument.defaultView
  if (!view || isPinned) return
  if (frame) reveal(frame, coverOnBottomPx)
  const end = frame ? view.innerHeight : document.documentElement.clientHeight - coverOnBottomPx
  const scroller = page(element)
  if (scroller) scrollInside(scroller, element, rows({ start: 0, end }), { start: 0, end: view.innerWidth })
}

function scrollInside(scroller: Element, element: Element, rows: Span, columns: Span): void {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  const y = scrollDelta({ start: top, end: bottom }, rows, MARGIN_PX)
  const x = scrollDelta({ start: left, end: right }, columns, MARGIN_PX)
  // Instant, whatever `scroll-behavior` the host has: a tooltip must not chase its target.
  if (x !== 0 || y !== 0) scroller.scrollBy({ top: y, left: x, behavior: 'instant' })
}
