const FIELD =
  'input:not([type=button],[type=submit],[type=reset],[type=checkbox],[type=radio],[type=image]),textarea'
const OWNS_ARROWS =
  'input,textarea,select,audio,video,[role=listbox],[role=tree],[role=grid],[role=treegrid],[role=menu],[role=menubar],' +
  '[role=tablist],[role=radiogroup],[role=slider],[role=spinbutton],[role=combobox],[role=textbox],[role=application]'
const FOCUSABLE =
  ':is(a[href],button,input,textarea,select,summary,iframe,video[controls],[tabindex]):not([disabled],[tabindex="-1"])'

/** The focused element, looked for through open shadow roots; `undefined` when it is the page itself. */
export function focused(): HTMLElement | undefined {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : undefined
}

const isEditable = (element: Element) => element instanceof HTMLElement && element.isContentEditable

/** Whether the user is typing into this element. */
export const isField = (element: Element | undefined): boolean =>
  !!element && (element.matches(FIELD) || isEditable(element))

/** Whether the arrow keys mean something to this element already. */
export const ownsArrows = (element: Element | undefined): boolean =>
  !!element && (isEditable(element) || !!element.closest(OWNS_ARROWS))

/** Elements that Tab reaches in `root`, in order. */
export const focusables = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.checkVisibility())

/** Gives the focus back to an element, if it is still there; does not scroll. */
export function restoreFocus(element: HTMLElement | undefined): void {
  if (element?.isConnected) element.focus({ preventScroll: true })
}
