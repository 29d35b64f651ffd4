import { isAside } from '../platform/top-layer'

interface Surface {
  root: HTMLElement
  container: HTMLElement
}

/** What keeps to the edge of the window: what stands aside does, and some of what lies over it there. */
const CARD = '.corner, .on-phone, .banner'
/** What a step points at, lit or not. */
const TARGET = '.rim'

/** Those that are open. */
const surfaces = new Set<Surface>()
/** Tells of what has come, gone or changed its size once the browser has laid it out: no layout is made for it. */
const sizes = new ResizeObserver(settle)

/**
 * To be called when a surface has been drawn. What stands aside is out of sight and out of reach for as long as the card
 * of one that interrupts lies over it, or it would itself lie over a target.
 */
export function giveWay(surface: Surface): void {
  surfaces.add(surface)
  const card = cardOf(surface)
  if (card) sizes.observe(card)
  // As large as the window.
  sizes.observe(surface.root)
}

/** To be called when a surface has been taken away. */
export function takeBack(surface: Surface): void {
  surfaces.delete(surface)
  settle()
}

/** To be called when a target has moved. */
export function settle(): void {
  const interrupting = [...surfaces].filter(({ root }) => !isAside(root))
  for (const aside of surfaces)
    if (isAside(aside.root)) aside.container.inert = interrupting.some((other) => overlap(aside, other))
}

const cardOf = ({ container }: Surface) => container.querySelector(CARD)

function overlap(aside: Surface, { container }: Surface): boolean {
  const a = cardOf(aside)?.getBoundingClientRect()
  return [...container.querySelectorAll(`${CARD}, ${TARGET}`)].some((part) => {
    const b = part.getBoundingClientRect()
    return !!a && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  })
}
