import { frameOf } from './composed'

/** The element's rectangle in the coordinates of the top window, also from inside frames. In CSS pixels. */
export const rectOf = (element: Element): DOMRect => rectIn(window, element)

/** The same in those of `view`, a window around the element. */
export function rectIn(view: Window, element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const frame = element.ownerDocument.defaultView === view ? null : frameOf(element)
  if (!frame) return new DOMRect(x, y, width, height)
  const outer = rectIn(view, frame)
  const { paddingLeft, paddingTop } = getComputedStyle(frame)
  const left = frame.clientLeft + Number.parseFloat(paddingLeft)
  const top = frame.clientTop + Number.parseFloat(paddingTop)
  // A transform or zoom around a frame is seen on its outside alone.
  const scaleX = outer.width / frame.offsetWidth || 1
  const scaleY = outer.height / frame.offsetHeight || 1
  return new DOMRect(
    outer.x + (left + x) * scaleX,
    outer.y + (top + y) * scaleY,
    width * scaleX,
    height * scaleY,
  )
}
