import { closest, hitAt } from './composed'
import { isRendered } from './rendered'

const MODAL = 'dialog:modal,[role=dialog][aria-modal=true]'

/**
 * A modal dialog of the host that is open, also one in a shadow root: everything outside a modal `<dialog>` is inert,
 * so that wherever a pointer hits, it hits the dialog. Many products leave those made of other elements in the page,
 * unseen.
 */
export const openDialog = (): Element | undefined =>
  [...document.querySelectorAll(MODAL)].find(isRendered) ??
  closest(hitAt(document, innerWidth / 2, innerHeight / 2), MODAL)

/** Whether the user is busy in a dialog of the host. */
export const isDialogOpen = (): boolean => !!openDialog()

/** Whether an element lies in a dialog that is open. */
export const isInDialog = (element: Element | undefined): boolean => !!closest(element, MODAL)
