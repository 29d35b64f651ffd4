import { computePosition, flip, offset, type Placement, type Platform, shift } from '@floating-ui/core'
import type { Step } from '../../schema'

const GAP_PX = 12
const ARROW_PX = 12
/** Kept between the tooltip and the edge of the window, and between the arrow and the corners of the tooltip. */
const PADDING_PX = 12

/** Where a tooltip goes, in pixels of the window. */
export interface Place {
  x: number
  y: number
  side: 'top' | 'bottom' | 'left' | 'right'
  /** Offset of the arrow along its side; `undefined` when it would not point at the target. */
  arrow: number | undefined
}

/** The window: everything here lives in the top layer, which knows no other frame of reference. */
const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: (element) => ({ width: element.offsetWidth, height: element.offsetHeight }),
  getClippingRect: () => {
    const { clientWidth: width, clientHeight: height } = document.documentElement
    return { x: 0, y: 0, width, height }
  },
}

const mirrored: Readonly<Record<string, string>> = { left: 'right', right: 'left' }

/** The side asked for; left and right mean start and end, so they change places where text runs to the left. */
export function physicalPlacement(placement: Step['placement'], dir: 'ltr' | 'rtl'): Placement {
  if (placement === undefined || placement === 'auto') return 'bottom'
  if (dir === 'ltr') return placement
  // The rest of the name is an alignment, so what comes out is a placement again.
  return placement.replace(/^(left|right)/, (side) => mirrored[side] ?? side) as Placement
}

/** Beside `rect`, on the side asked for or the next best; always inside the window. */
export async function placeBeside(
  rect: DOMRect,
  popover: HTMLElement,
  placement: Placement,
  dir: 'ltr' | 'rtl',
): Promise<Place> {
  const reference = { getBoundingClientRect: () => rect }
  const {
    x,
    y,
    placement: final,
  } = await computePosition(reference, popover, {
    placement,
    platform: { ...platform, isRTL: () => dir === 'rtl' },
    middleware: [
      offset(GAP_PX),
      flip({ padding: PADDING_PX, fallbackPlacements: ['bottom', 'top', 'right', 'left'] }),
      shift({ padding: PADDING_PX, crossAxis: true }),
    ],
  })
  // `placement` begins with its side.
  const side = final.split('-')[0] as Place['side']
  const isBeside = side === 'left' || side === 'right'
  const arrow = isBeside
    ? arrowAt(rect.y + rect.height / 2 - y, popover.offsetHeight)
    : arrowAt(rect.x + rect.width / 2 - x, popover.offsetWidth)
  return { x: Math.round(x), y: Math.round(y), side, arrow: isOver(rect, x, y, popover) ? undefined : arrow }
}

/** The arrow points at the middle of the target, as far as the round corners let it. */
const arrowAt = (middle: number, length: number): number =>
  Math.min(Math.max(middle - ARROW_PX / 2, PADDING_PX), length - PADDING_PX - ARROW_PX)

/** A target that leaves no room anywhere is covered in part; an arrow would then point at nothing. */
const isOver = (rect: DOMRect, x: number, y: number, { offsetWidth, offsetHeight }: HTMLElement): boolean =>
  x < rect.right && x + offsetWidth > rect.left && y < rect.bottom && y + offsetHeight > rect.top
