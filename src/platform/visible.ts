/**
 * Whether a user can see the element, after scrolling if need be: it has a size, nothing hides it, it is not
 * inert, and it does not lie where no scrolling reaches, as skip links and screen-reader texts do.
 */
export function isVisible(element: Element): boolean {
  const rect = element.getBoundingClientRect()
  return (
    rect.width > 0 &&
    rect.height > 0 &&
    isRendered(element) &&
    !element.closest('[inert]') &&
    !isBeyondReach(element, rect) &&
    isFrameVisible(element)
  )
}

const isRendered = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })

// Pages scroll towards the end only: what ends before the origin can never be brought into view.
function isBeyondReach(element: Element, rect: DOMRect): boolean {
  const view = element.ownerDocument.defaultView
  if (!view || rect.bottom + view.scrollY <= 0) return true
  const isLeft = rect.right + view.scrollX <= 0
  const isRight = rect.left + view.scrollX >= view.innerWidth
  return (isLeft || isRight) && isLeft === (directionOf(element.ownerDocument) === 'ltr')
}

const directionOf = ({ documentElement }: Document) => getComputedStyle(documentElement).direction

function isFrameVisible(element: Element): boolean {
  const frame = element.ownerDocument.defaultView?.frameElement
  return !frame || isVisible(frame)
}

/** The element's rectangle in the coordinates of the top window, also from inside frames. In CSS pixels. */
export function rectOf(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const frame = element.ownerDocument.defaultView?.frameElement
  if (!frame) return new DOMRect(x, y, width, height)
  const outer = rectOf(frame)
  return new DOMRect(outer.x + frame.clientLeft + x, outer.y + frame.clientTop + y, width, height)
}
