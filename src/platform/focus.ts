/** The focused element, looked for through open shadow roots; `undefined` when it is the page itself. */
export function focused(): HTMLElement | undefined {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : undefined
}

/** Whether it may be what the user writes in; an editor may be a frame. */
export const isField = (element: HTMLElement | undefined): boolean =>
  !!element && (element.isContentEditable || element.matches('input,textarea,iframe'))

/** Gives the focus back to an element, if it is still there; does not scroll. */
export function restoreFocus(element: HTMLElement | undefined): void {
  if (element?.isConnected) element.focus({ preventScroll: true })
}
