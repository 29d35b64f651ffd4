import { onRectChange } from '../../platform/observe-rect'
import type { Step } from '../../schema'
import { clippersOf, type Hole, holeAround, holePath, visibleRect } from './highlight'
import { physicalPlacement, placeBeside } from './position'

export interface Anchored {
  /** The step's own target. */
  element: Element
  /** More elements in the light. */
  highlights: readonly Element[]
  step: Step
  dir: 'ltr' | 'rtl'
}

/**
 * Ties what is drawn in `container` to its target: tooltip, arrow, light and block are put in place now and follow
 * every movement until the cleanup, which is returned. Reads layout once and writes through CSSOM once per movement.
 */
export function anchor(container: HTMLElement, { element, highlights, step, dir }: Anchored): () => void {
  const lit = [element, ...highlights]
  const clippers = lit.map(clippersOf)
  const popover = container.querySelector<HTMLElement>('.popover:not(.on-phone)')
  const place = () => {
    const rects = lit.map((item, index) => visibleRect(item, clippers[index] ?? []))
    const holes = lit.map((item, index) => rects[index] && holeAround(rects[index], item))
    drawLight(container, holes)
    const [rect] = rects
    if (popover && rect) void putBeside(popover, rect, step, dir)
  }
  const sizes = new ResizeObserver(place)
  const unfollow = onRectChange(lit, place)
  place()
  // The first report of the observer is this very size; the text or a picture may change it later.
  if (popover) sizes.observe(popover)
  return () => {
    sizes.disconnect()
    unfollow()
  }
}

async function putBeside(popover: HTMLElement, rect: DOMRect, step: Step, dir: 'ltr' | 'rtl'): Promise<void> {
  const arrow = popover.querySelector<HTMLElement>('.arrow')
  if (!arrow) return
  const place = await placeBeside(rect, popover, physicalPlacement(step.placement, dir), dir)
  popover.dataset.side = place.side
  popover.style.setProperty('translate', `${place.x}px ${place.y}px`)
  popover.style.setProperty('--arrow', `${place.arrow ?? 0}px`)
  arrow.hidden = place.arrow === undefined || rect.width === 0
}

function drawLight(container: HTMLElement, holes: readonly (Hole | undefined)[]): void {
  const open = holes.filter((hole) => hole !== undefined)
  const paths = open.map(holePath).join('')
  const [shade, rim] = container.querySelectorAll('.spotlight path')
  // The window, and in it the holes the other way round: even-odd leaves them out.
  shade?.setAttribute('d', `M-9-9h99999v99999h-99999z${paths}`)
  rim?.setAttribute('d', paths)
  const block = container.querySelector<HTMLElement>('.block')
  const [hole] = holes
  if (!block || !hole) return
  block.style.setProperty('translate', `${hole.x}px ${hole.y}px`)
  block.style.setProperty('width', `${hole.width}px`)
  block.style.setProperty('height', `${hole.height}px`)
}
