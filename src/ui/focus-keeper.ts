import { focused, restoreFocus } from '../platform/focus'

/** Moves the focus between the host and one surface, and never takes it from the user unasked. */
export interface FocusKeeper {
  isInside(): boolean
  /** Draws something else; a focus that was inside goes on at `into`. */
  redraw(draw: () => void, into?: () => HTMLElement | undefined): void
  /** F6: into the surface, or back to where the user was. */
  toggle(): void
  /** A focus that is inside goes back to where the user was, once `leave` has taken the surface away. */
  giveBack(leave: () => void): void
}

/** `card` is what takes the focus as a whole. */
export function createFocusKeeper(root: HTMLElement, card: () => HTMLElement | undefined): FocusKeeper {
  let origin = focused()
  const isInside = () => root.shadowRoot?.activeElement != null
  const remember = () => {
    const inside = isInside()
    if (!inside) origin = focused()
    return inside
  }
  return {
    isInside,
    redraw(draw, into = card) {
      const wasInside = remember()
      draw()
      if (wasInside) restoreFocus(into())
    },
    toggle() {
      if (!remember()) return restoreFocus(card())
      restoreFocus(origin)
      // It was on the page as a whole, where no modal dialog lets it go.
      if (isInside() && !card()?.matches(':modal')) focused()?.blur()
    },
    giveBack(leave) {
      const wasInside = isInside()
      leave()
      if (wasInside) restoreFocus(origin)
    },
  }
}
