import { frameOf, hitAt, parentOf, viewOf } from './composed'
import { rectIn } from './rect'

/** Space kept between a target that was scrolled to and the edge of what can be seen. */
const MARGIN_PX = 16
/** How far from an edge a bar is looked for: along it, and with some air before it. */
const PROBES_PX = [1, MARGIN_PX + 1]
/** What of our own surfaces keeps to an edge of the window. */
const OURS = '.handrail > :is(.edge, .corner)'

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
    if (isScroller && parent !== element && parent !== viewOf(parent.ownerDocument)) scrollers.push(parent)
  }
  return { scrollers, isPinned }
}

/** What bars leave of a scroller or the window, in the direction in which `barAt` tells where one stands. */
function freeOf(item: Span, { start, end }: Span, barAt: (at: number) => Span | undefined): Span {
  const middle = (start + end) / 2
  const isOut = item.start < start || item.end > end
  /** From an edge inwards: behind one bar may stand another, and each with some air before it. */
  function behindBars(edge: number, inwards: 1 | -1): number {
    for (const px of PROBES_PX) {
      const bar = barAt(edge + px * inwards)
      const behind = bar && (inwards > 0 ? bar.end : bar.start)
      // Between the edge and the middle: a bar covers less than half.
      if (behind && (behind - edge) * (middle - behind) > 0) return behindBars(behind, inwards)
    }
    return edge
  }
  // What is in view can only be under the nearer one.
  return {
    start: isOut || item.start < middle ? behindBars(start, 1) : start,
    end: isOut || item.end > middle ? behindBars(end, -1) : end,
  }
}

function barAt(x: number, y: number, target: Element): DOMRect | undefined {
  const { ownerDocument } = target
  const own = ownerDocument.elementFromPoint(x, y)?.shadowRoot?.elementFromPoint(x, y)?.closest(OURS)
  if (own) return own.getBoundingClientRect()
  for (let at = hitAt(ownerDocument, x, y); at; at = parentOf(at)) {
    if (at.contains(target)) return undefined
    const { position } = getComputedStyle(at)
    if (position === 'fixed' || position === 'sticky') return at.getBoundingClientRect()
  }
  return undefined
}

/** Whether nothing lies over the element there. */
const isOpenAt = (element: Element, x: number, y: number): boolean =>
  element.contains((element.getRootNode() as Document).elementFromPoint(x, y))

/** Where a rectangle begins and ends from top to bottom, or from left to right. */
const spanOf = (rect: DOMRect, isDown: boolean): Span =>
  isDown ? { start: rect.top, end: rect.bottom } : { start: rect.left, end: rect.right }
const middleOf = ({ start, end }: Span, size: number) => Math.min(Math.max((start + end) / 2, 1), size - 1)

/**
 * Brings an element into view through all scrollers and frames around it, and clear of sticky bars along the edges of each
 * and of the window, and of our own surfaces there. `coverOnBottomPx` is kept free too, for a bottom sheet. Does nothing
 * when it is in view already.
 */
export function reveal(element: Element, coverOnBottomPx = 0): void {
  const { defaultView } = element.ownerDocument
  if (defaultView) revealIn(defaultView, element, element, coverOnBottomPx)
}

/** In the window `view`, where `around` is the element itself or a frame that it is in. */
function revealIn(view: Window, around: Element, element: Element, coverOnBottomPx: number): void {
  const root = viewOf(around.ownerDocument)
  const { clientWidth, clientHeight } = root
  const { scrollers, isPinned } = surroundingsOf(around)
  const frame = frameOf(around)
  for (const scroller of scrollers) bring(scroller, scroller.getBoundingClientRect())
  const end = clientHeight - (frame ? 0 : coverOnBottomPx)
  if (!isPinned) bring(root, new DOMRect(0, 0, clientWidth, end))
  const outer = frame?.ownerDocument.defaultView
  if (frame && outer) revealIn(outer, frame, element, coverOnBottomPx)

  function bring(scroller: Element, seen: DOMRect): void {
    if (scroller.scrollHeight > scroller.clientHeight) bringAlong(scroller, seen, true)
    if (scroller.scrollWidth > scroller.clientWidth) bringAlong(scroller, seen, false)
  }
  function bringAlong(scroller: Element, seen: DOMRect, isDown: boolean): void {
    const rect = rectIn(view, element)
    const item = spanOf(rect, isDown)
    const within = spanOf(seen, isDown)
    const across = middleOf(spanOf(rect, !isDown), isDown ? clientWidth : clientHeight)
    const point = (at: number) => (isDown ? ([across, at] as const) : ([at, across] as const))
    if (item.start >= within.start && item.end <= within.end) {
      const isBefore = item.start + item.end < within.start + within.end
      const half = (item.end - item.start) / 2
      // Most are in view and under nothing: bars are looked for where one may lie over the half nearer to them.
      const isOpen = PROBES_PX.every((px) => {
        const inwards = Math.min(px, half)
        return isOpenAt(around, ...point(isBefore ? item.start + inwards : item.end - inwards))
      })
      if (isOpen) return
    }
    const free = freeOf(item, within, (at) => {
      const bar = barAt(...point(at), around)
      return bar && spanOf(bar, isDown)
    })
    const deltaPx = scrollDelta(item, free, MARGIN_PX)
    // Instant, whatever `scroll-behavior` the host has: a tooltip must not chase its target.
    if (deltaPx !== 0) scroller.scrollBy({ [isDown ? 'top' : 'left']: deltaPx, behavior: 'instant' })
  }
}
