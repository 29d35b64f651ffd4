import { AWAY, type Place } from './position'

/** How far it comes. */
const ARRIVAL_PX = 6

/** Puts a tooltip in its place, by nothing that would need another layout; a new one comes from the direction of the target. */
export function move(popover: HTMLElement, { x, y, side, arrow }: Place, isNew: boolean): void {
  popover.dataset.side = side
  popover.style.setProperty('translate', `${x}px ${y}px`)
  const pointer = popover.querySelector<HTMLElement>('.arrow')
  pointer?.style.setProperty('visibility', arrow ? 'visible' : 'hidden')
  if (arrow) pointer?.style.setProperty('translate', `${arrow.x}px ${arrow.y}px`)
  if (isNew) arrive(popover, side)
}

/** From the first frame on to be seen. */
function arrive(popover: HTMLElement, side: Place['side']): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const [x, y] = AWAY[side].map((way) => -way * ARRIVAL_PX)
  popover.animate([{ opacity: 0.2, transform: `translate(${x}px,${y}px)` }, {}], {
    duration: 180,
    easing: 'cubic-bezier(.2,.7,.3,1)',
  })
}
