import { computePosition, flip, type Middleware, type Placement, type Platform } from '@floating-ui/core'
import { viewOf } from '../../platform/composed'
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
  /** Where the arrow goes in it; none when there is nothing to point at. */
  arrow: { x: number; y: number } | undefined
}

interface Size {
  width: number
  height: number
}

/** The window: everything here lives in the top layer, which knows no other frame of reference. */
const createPlatform = (size: Size, view: Size, dir: 'ltr' | 'rtl'): Platform => ({
  getElementRects: ({ reference }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...size },
  }),
  getDimensions: () => size,
  getClippingRect: () => ({ x: 0, y: 0, ...view }),
  isRTL: () => dir === 'rtl',
})

/** The way from the target to each side of it. */
export const AWAY: Readonly<Record<Place['side'], readonly [x: number, y: number]>> = {
  top: [0, -1],
  right: [1, 0],
  bottom: [0, 1],
  left: [-1, 0],
}

// `placement` begins with its side.
const sideOf = (placement: Placement) => placement.split('-')[0] as Place['side']

const gap: Middleware = {
  name: 'gap',
  fn({ x, y, placement }) {
    const [dx, dy] = AWAY[sideOf(placement)]
    return { x: x + dx * GAP_PX, y: y + dy * GAP_PX }
  },
}

/** Inside a window of this length, with its padding; what is too long for it is seen from its beginning. */
const within = (start: number, length: number, view: number): number =>
  Math.round(Math.max(Math.min(start, view - length - PADDING_PX), PADDING_PX))

const mirrored: Readonly<Record<string, string>> = { left: 'right', right: 'left' }

/** The side asked for; left and right mean start and end, so they change places where text runs to the left. */
function physicalPlacement(placement: Step['placement'], dir: 'ltr' | 'rtl'): Placement {
  if (placement === undefined || placement === 'auto') return 'bottom'
  if (dir === 'ltr') return placement
  // The rest of the name is an alignment, so what comes out is a placement again.
  return placement.replace(/^(left|right)/, (side) => mirrored[side] ?? side) as Placement
}

/** Where something of this size goes beside `rect`: on the side asked for or the next best, always inside the window. */
export async function placeBeside(
  rect: DOMRect,
  size: Size,
  placement: Step['placement'],
  dir: 'ltr' | 'rtl',
): Promise<Place> {
  const { clientWidth, clientHeight } = viewOf(document)
  const reference = { getBoundingClientRect: () => rect }
  const spot = await computePosition(reference, undefined, {
    placement: physicalPlacement(placement, dir),
    platform: createPlatform(size, { width: clientWidth, height: clientHeight }, dir),
    // Along the edge of its target it is moved, not flipped.
    middleware: [
      gap,
      flip({
        padding: PADDING_PX,
        crossAxis: false,
        fallbackPlacements: ['bottom', 'top', 'right', 'left'],
      }),
    ],
  })
  const x = within(spot.x, size.width, clientWidth)
  const y = within(spot.y, size.height, clientHeight)
  const side = sideOf(spot.placement)
  const box = new DOMRect(x, y, size.width, size.height)
  return { x, y, side, arrow: isApart(rect, box) ? arrowOn(side, rect, box) : undefined }
}

/** Half of the arrow stands out of the tooltip, and points at the middle of the target as far as round corners let it. */
function arrowOn(side: Place['side'], rect: DOMRect, { x, y, width, height }: DOMRect): Place['arrow'] {
  const along = (middle: number, length: number) =>
    Math.min(Math.max(middle - ARROW_PX / 2, PADDING_PX), length - PADDING_PX - ARROW_PX)
  const across = (length: number) => (side === 'top' || side === 'left' ? length : 0) - ARROW_PX / 2
  return side === 'left' || side === 'right'
    ? { x: across(width), y: along(rect.y + rect.height / 2 - y, height) }
    : { x: along(rect.x + rect.width / 2 - x, width), y: across(height) }
}

/** A target that leaves no room anywhere is covered in part, and one scrolled away is nowhere: nothing points there. */
const isApart = (a: DOMRect, b: DOMRect): boolean =>
  a.width > 0 &&
  a.height > 0 &&
  (a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)
