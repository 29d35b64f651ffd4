import { frameOf } from './composed'
import { isRendered } from './rendered'
import { sightOf } from './sight'

/**
 * Whether a user can see the element, after scrolling if need be: it has a size, nothing hides it, and `sightOf`
 * finds it. What only lies over it is the matter of `isCovered`.
 */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  const frame = frameOf(element)
  // A pixel is too little to see; texts for screen readers alone have that size.
  return width > 1 && height > 1 && isRendered(element) && !!sightOf(element) && (!frame || isVisible(frame))
}
