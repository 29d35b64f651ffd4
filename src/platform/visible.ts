import { frameOf } from './composed'
import { isRendered } from './rendered'
import { type Sight, sightOf } from './sight'

/**
 * Where a user sees the element, after scrolling if need be: it has a size, nothing hides it, and `sightOf` finds it.
 * `undefined` when they cannot. What only lies over it is the matter of `isCovered`.
 */
export function visibleSight(element: Element): Sight | undefined {
  const { width, height } = element.getBoundingClientRect()
  // A pixel is too little to see; texts for screen readers alone have that size.
  if (width <= 1 || height <= 1 || !isRendered(element)) return undefined
  const frame = frameOf(element)
  return !frame || isVisible(frame) ? sightOf(element) : undefined
}

export const isVisible = (element: Element): boolean => !!visibleSight(element)
