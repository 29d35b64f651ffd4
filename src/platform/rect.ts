import { frameOf } from './composed'

/** The element's rectangle in the coordinates of the top window, also from inside frames. In CSS pixels. */
export function rectOf(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const frame = frameOf(element)
  if (!frame) return new DOMRect(x, y, width, height)
  const outer = rectOf(frame)
  return new DOMRect(outer.x + frame.clientLeft + x, outer.y + frame.clientTop + y, width, height)
}
