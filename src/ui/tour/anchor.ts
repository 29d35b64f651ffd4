import { afterPaint } from '../../platform/after-paint'
import { viewOf } from '../../platform/composed'
import { onRectChange } from '../../platform/observe-rect'
import { reveal } from '../../platform/scroll'
import type { Step } from '../../schema'
import { settle } from '../give-way'
import { createSight, drawLight } from './light'
import { move } from './move'
import { placeBeside } from './position'

export interface AnchorOptions {
  /** The step's own target. */
  element: Element
  /** More elements in the light. */
  highlights: readonly Element[]
  step: Step
  dir: 'ltr' | 'rtl'
  /** The step has just come; else it has been there, and only its element is another one. */
  isNew: boolean
}

/** Ties what is drawn in a container to its target. */
export interface Anchor {
  /** Puts the light where the target was when the anchor was made: to be called with the drawing, before layout is read. */
  light(container: HTMLElement): void
  /** Puts the tooltip in its place; it and the light follow every movement until the cleanup, which is returned. */
  tie(container: HTMLElement): () => void
}

/** To be made before a step is drawn, while the layout of the page is clean: the browser then makes one for both. */
export function createAnchor({ element, highlights, step, dir, isNew }: AnchorOptions): Anchor {
  const lit = [element, ...highlights]
  const look = createSight(lit)
  let sight = look()

  function tie(container: HTMLElement): () => void {
    const popover = container.querySelector<HTMLElement>('.popover')
    const isSheet = popover?.matches('.on-phone')
    let arrives = isNew
    async function place(): Promise<void> {
      const [rect] = sight.rects
      if (!popover || isSheet || !rect) return
      const size = { width: popover.offsetWidth, height: popover.offsetHeight }
      move(popover, await placeBeside(rect, size, step.placement, dir), arrives)
      arrives = false
    }
    function follow(): void {
      sight = look()
      drawLight(container, sight.holes)
      settle()
      void place()
    }
    // What keeps to an edge of the window may lie over the target now.
    if (isNew && !popover) reveal(element)
    if (isNew && popover && isSheet) keepClearOfSheet(popover, element)
    if (isSheet || !popover) follow()
    else void place()
    return onMovement(lit, popover ?? document.documentElement, follow)
  }

  return { light: (container) => drawLight(container, sight.holes), tie }
}

/** Runs whenever a target moves or the tooltip changes its size; begins after the first frame. Returns the cleanup. */
function onMovement(targets: readonly Element[], popover: Element, moved: () => void): () => void {
  const sizes = new ResizeObserver(moved)
  let unfollow = () => {}
  const cancel = afterPaint(() => {
    unfollow = onRectChange(targets, moved)
    // Its first report places anew what moved in between.
    sizes.observe(popover)
  })
  return () => {
    cancel()
    sizes.disconnect()
    unfollow()
  }
}

/** On a phone the sheet covers the bottom: the target is scrolled above it, or, if it cannot be, the sheet goes up. */
function keepClearOfSheet(sheet: HTMLElement, element: Element): void {
  const { offsetHeight } = sheet
  reveal(element, offsetHeight)
  const { bottom, top } = element.getBoundingClientRect()
  const free = viewOf(document).clientHeight - offsetHeight
  sheet.dataset.edge = bottom > free && top > offsetHeight ? 'top' : 'bottom'
}
