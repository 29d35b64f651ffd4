import { arrow, computePosition, flip, offset, type Placement, type Platform, shift } from '@floating-ui/core'
import type { Step } from '../../schema'

const GAP_PX = 12
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
  arrowElement: Element,
  placement: Placement,
  dir: 'ltr' | 'rtl',
): Promise<Place> {
  const result = await computePosition({ getBoundingClientRect: () => rect }, popover, {
    placement,
    platform: { ...platform, isRTL: () => dir === 'rtl' },
    middleware: [
      offset(GAP_PX),
      flip({ padding: PADDING_PX, fallbackPlacements: ['bottom', 'top', 'right', 'left'] }),
      shift({ padding: PADDING_PX, crossAxis: true }),
      arrow({ element: arrowElement, padding: PADDING_PX }),
    ],
  })
  const { x, y, placement: final, middlewareData } = result
  const { x: along, y: down, centerOffset } = middlewareData.arrow ?? {}
  // `placement` begins with its side.
  const side = final.split('-')[0] as Place['side']
  return { x: Math.round(x), y: Math.round(y), side, arrow: centerOffset === 0 ? (along ?? down) : undefined }
}
