/**
 * The focused element, looked for through open shadow roots and frames of the page; `undefined` when it is the page itself.
 * A frame that is left forgets which of its elements had the focus.
 */
export function focused(): HTMLElement | undefined {
  let element: Element | undefined
  let inner = document.activeElement
  while (inner && inner !== inner.ownerDocument.body) {
    element = inner
    inner = (inner.shadowRoot ?? (inner as Partial<HTMLIFrameElement>).contentDocument)?.activeElement ?? null
  }
  // What is drawn in SVG can be focused like the rest, and a frame has classes of its own.
  return element as HTMLElement | undefined
}

/** Whether it may be what the user writes in; an editor may be a frame. */
export const isField = (element: HTMLElement | undefined): boolean =>
  !!element && (element.isContentEditable || element.matches('input,textarea,iframe'))

/** Gives the focus back to an element, if it is still there; does not scroll. */
export function restoreFocus(element: HTMLElement | undefined): void {
  if (element?.isConnected) element.focus({ preventScroll: true })
}
