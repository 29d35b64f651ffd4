import type { Step } from '../../schema'

const GAP_PX = 12
const ARROW_PX = 12
/** Kept between the tooltip and the edge of the window, and between the arrow and the corners of the tooltip. */
const PADDING_PX = 12

type Side = 'top' | 'bottom' | 'left' | 'right'
type Direction = 'ltr' | 'rtl'

/** Where a tooltip goes, in pixels of the window. */
export interface Place {
  x: number
  y: number
  side: Side
  /** Offset of the arrow along that side. */
  arrow: number
  /** Whether there is something for it to point at. */
  isPointing: boolean
}

export interface Size {
  width: number
  height: number
}

/** Tried in this order after the side asked for. */
const SIDES: readonly Side[] = ['bottom', 'top', 'right', 'left']

/**
 * Where something of this size goes beside `rect`: on the side asked for, else the first with room for it, else the
 * one with the most room; always inside `view`, from where the top layer measures.
 */
export function placeBeside(
  rect: DOMRect,
  { width, height }: Size,
  view: Size,
  placement: Step['placement'],
  dir: Direction,
): Place {
  const [wanted, alignment] = physical(placement, dir)
  const room: Readonly<Record<Side, number>> = {
    top: rect.top - height,
    bottom: view.height - rect.bottom - height,
    left: rect.left - width,
    right: view.width - rect.right - width,
  }
  const sides = [wanted, ...SIDES]
  const roomiest = sides.reduce((best, side) => (room[side] > room[best] ? side : best))
  const side = sides.find((one) => room[one] >= GAP_PX + PADDING_PX) ?? roomiest
  const isUpright = side === 'top' || side === 'bottom'
  const beside = {
    top: rect.top - height - GAP_PX,
    bottom: rect.bottom + GAP_PX,
    left: rect.left - width - GAP_PX,
    right: rect.right + GAP_PX,
  }[side]
  const across = (share: number) => rect.left + share * (rect.width - width)
  const down = (share: number) => rect.top + share * (rect.height - height)
  // Start is where a line begins; upright it is always the top.
  const x = inside(isUpright ? across(dir === 'rtl' ? 1 - alignment : alignment) : beside, width, view.width)
  const y = inside(isUpright ? beside : down(alignment), height, view.height)
  return {
    x,
    y,
    side,
    arrow: isUpright
      ? arrowAt(rect.left + rect.width / 2 - x, width)
      : arrowAt(rect.top + rect.height / 2 - y, height),
    isPointing: isApart(rect, new DOMRect(x, y, width, height)),
  }
}

const MIRRORED: Readonly<Record<string, string>> = { left: 'right', right: 'left' }
const ALIGNMENTS: Readonly<Record<string, number>> = { start: 0, end: 1 }

/**
 * The side asked for and which share of the free space lies before the tooltip along it. Left and right mean start
 * and end, so they change places where text runs to the left.
 */
function physical(placement: Step['placement'] = 'auto', dir: Direction): [side: Side, alignment: number] {
  const [name = '', alignment = ''] = placement.split('-')
  const side = SIDES.find((one) => one === (dir === 'rtl' ? (MIRRORED[name] ?? name) : name))
  return [side ?? 'bottom', ALIGNMENTS[alignment] ?? 0.5]
}

/** Whole pixels, which text is sharp on. What is longer than the window keeps its beginning in it. */
const inside = (start: number, length: number, end: number): number =>
  Math.round(Math.max(PADDING_PX, Math.min(start, end - PADDING_PX - length)))

/** The arrow points at the middle of the target, as far as the round corners let it. */
const arrowAt = (middle: number, length: number): number =>
  Math.min(Math.max(middle - ARROW_PX / 2, PADDING_PX), length - PADDING_PX - ARROW_PX)

/** A target that leaves no room anywhere is covered in part, and one scrolled away is nowhere: nothing points there. */
const isApart = (a: DOMRect, b: DOMRect): boolean =>
  a.width > 0 && (a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)
