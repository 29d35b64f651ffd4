import { frameOf } from './composed'
import { sightOf } from './sight'

/**
 * Whether a user can see the element, after scrolling if need be: it has a size, nothing hides it, and `sightOf`
 * finds it. What only lies over it is the matter of `isCovered`.
 */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  // A pixel is too little to see; texts for screen readers alone have that size.
  return width > 1 && height > 1 && isRendered(element) && !!sightOf(element) && isFrameVisible(element)
}

const isRendered = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })

function isFrameVisible(element: Element): boolean {
  const frame = frameOf(element)
  return !frame || isVisible(frame)
}

/** The element's rectangle in the coordinates of the top window, also from inside frames. In CSS pixels. */
export function rectOf(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const frame = frameOf(element)
  if (!frame) return new DOMRect(x, y, width, height)
  const outer = rectOf(frame)
  return new DOMRect(outer.x + frame.clientLeft + x, outer.y + frame.clientTop + y, width, height)
}
