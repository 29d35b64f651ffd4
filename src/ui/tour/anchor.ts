import { afterPaint } from '../../platform/after-paint'
import { onRectChange } from '../../platform/observe-rect'
import type { Step } from '../../schema'
import { clippersOf, type Hole, holeAround, holePath, visibleRect } from './highlight'
import { type Place, physicalPlacement, placeBeside, type Size } from './position'

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
  let isNew = true
  const place = () => {
    const rects = lit.map((item, index) => visibleRect(item, clippers[index] ?? []))
    const holes = lit.map((item, index) => rects[index] && holeAround(rects[index], item))
    const size = popover && { width: popover.offsetWidth, height: popover.offsetHeight }
    const { clientWidth: width, clientHeight: height } = document.documentElement
    // Everything has been read: from here on it is only written.
    const [rect] = rects
    if (popover && size && rect) void put(popover, rect, size, { width, height })
    drawLight(container, holes)
  }
  const put = async (card: HTMLElement, rect: DOMRect, size: Size, view: Size) => {
    const spot = await placeBeside(rect, size, view, physicalPlacement(step.placement, dir), dir)
    move(card, spot)
    if (isNew) arrive(card, spot.side)
    isNew = false
  }
  place()
  return follow(lit, popover, place)
}

/** Calls `place` whenever a target moves or the tooltip changes its size; begins after the first frame. */
function follow(targets: readonly Element[], popover: HTMLElement | null, place: () => void): () => void {
  const sizes = new ResizeObserver(place)
  let unfollow = () => {}
  const cancel = afterPaint(() => {
    unfollow = onRectChange(targets, place)
    // Its first report places anew what moved in between.
    sizes.observe(popover ?? document.documentElement)
  })
  return () => {
    cancel()
    sizes.disconnect()
    unfollow()
  }
}

function move(popover: HTMLElement, { x, y, side, arrow: along, isPointing }: Place): void {
  popover.dataset.side = side
  popover.style.setProperty('translate', `${x}px ${y}px`)
  const arrow = popover.querySelector<HTMLElement>('.arrow')
  if (!arrow) return
  arrow.style.setProperty('translate', side === 'left' || side === 'right' ? `0 ${along}px` : `${along}px`)
  arrow.hidden = !isPointing
}

/** From the direction of the target, and from the first frame on to be seen. */
function arrive(popover: HTMLElement, side: Place['side']): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const [x, y] = FROM[side]
  popover.animate([{ opacity: 0.2, transform: `translate(${x}px,${y}px)` }, {}], {
    duration: 180,
    easing: 'cubic-bezier(.2,.7,.3,1)',
  })
}

const FROM: Readonly<Record<Place['side'], readonly [number, number]>> = {
  top: [0, 6],
  bottom: [0, -6],
  left: [6, 0],
  right: [-6, 0],
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
