import { frameOf, parentOf } from '../../platform/composed'
import { rectOf } from '../../platform/rect'

/** Air between a target and the edge of the light on it. */
const PADDING_PX = 4

/** A rectangle with round corners; all in pixels of the window. */
export interface Hole {
  x: number
  y: number
  width: number
  height: number
  radius: number
}

/** What cuts off what sticks out of it: a scroller, a frame, and whatever else hides its overflow, in either direction. */
type Clipper = readonly [by: Element, overflowX?: string, overflowY?: string]

/** What cuts off an element, from the inside out: its scrollers and frames. */
export function clippersOf(element: Element): Clipper[] {
  const clippers: Clipper[] = []
  const { body, documentElement } = element.ownerDocument
  let placed = ''
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const { position, transform, overflow, overflowX, overflowY } = getComputedStyle(at)
    // What is absolute or fixed is not cut off by boxes that it does not belong to.
    const isOutside = placed === 'fixed' || (placed === 'absolute' && position === 'static')
    if (isOutside && transform === 'none') continue
    placed = position
    // Those of the page are the window's.
    const isPage = at === body || at === documentElement
    if (at !== element && !isPage && overflow !== 'visible') clippers.push([at, overflowX, overflowY])
  }
  const frame = frameOf(element)
  return frame ? [...clippers, [frame], ...clippersOf(frame)] : clippers
}

/** The part of an element that its scrollers let through; of no size when it is scrolled away. */
export function visibleRect(element: Element, clippers: readonly Clipper[]): DOMRect {
  const rect = rectOf(element)
  let { left, top, right, bottom } = rect
  for (const [by, overflowX, overflowY] of clippers) {
    const clip = rectOf(by)
    if (overflowX !== 'visible') {
      left = Math.max(left, clip.left)
      right = Math.min(right, clip.right)
    }
    if (overflowY !== 'visible') {
      top = Math.max(top, clip.top)
      bottom = Math.min(bottom, clip.bottom)
    }
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
}

/** The light on a target: its visible part, a little larger, with the radius of the target's own corners. */
export function holeAround(rect: DOMRect, element: Element): Hole | undefined {
  if (rect.width === 0 || rect.height === 0) return undefined
  const own = Number.parseFloat(getComputedStyle(element).borderTopLeftRadius) || 0
  return {
    x: rect.x - PADDING_PX,
    y: rect.y - PADDING_PX,
    width: rect.width + 2 * PADDING_PX,
    height: rect.height + 2 * PADDING_PX,
    radius: own + PADDING_PX,
  }
}

/** One hole as an SVG path, clockwise from its upper left corner. */
export function holePath({ x, y, width, height, radius }: Hole): string {
  const r = Math.min(radius, width / 2, height / 2)
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  const across = width - 2 * r
  const down = height - 2 * r
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
}
