/** A click, as it can be looked at later. */
export interface Click {
  /** What it went through, from the inside out: also what it has removed. */
  readonly path: readonly EventTarget[]
  /** Address of the page. */
  readonly url: string
  /** ms since the epoch */
  readonly at: number
}

/** To be read before the page hears of it: a click may remove what was clicked, or lead to another page. */
export const readClick = (event: Event, at: number): Click => ({
  path: event.composedPath(),
  url: location.href,
  at,
})
