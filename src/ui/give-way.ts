import { isAside } from '../platform/top-layer'

interface Surface {
  root: HTMLElement
  container: HTMLElement
}

/** What keeps to the edge of the window, and would lie over what stands aside there. */
const CARD = '.corner, .on-phone'

/** Those that are open. */
const surfaces = new Set<Surface>()
/** Tells of what has come, gone or changed its size once the browser has laid it out: no layout is made for it. */
const sizes = new ResizeObserver(settle)

/**
 * To be called when a surface has been drawn. What stands aside is out of sight and out of reach for as long as the card
 * of one that interrupts lies over it.
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

function settle(): void {
  const interrupting = [...surfaces].filter(({ root }) => !isAside(root))
  for (const aside of surfaces)
    if (isAside(aside.root)) aside.container.inert = interrupting.some((other) => overlap(aside, other))
}

const cardOf = ({ container }: Surface) => container.querySelector(CARD)

function overlap(one: Surface, other: Surface): boolean {
  const a = cardOf(one)?.getBoundingClientRect()
  const b = cardOf(other)?.getBoundingClientRect()
  return !!a && !!b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
