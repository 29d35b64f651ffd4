import type { Target } from '../schema'
import { locate } from './locate'

/** The host's modal dialogs that are open; our own surfaces are no `<dialog>`. */
const openDialogs = (): Element[] => [
  ...document.querySelectorAll('dialog:modal,[role=dialog][aria-modal=true]'),
]

/** Whether the user is busy in a dialog of the host. */
export const isDialogOpen = (): boolean => openDialogs().length > 0

/** Whether the target lies in a dialog that is open. */
export function isInDialog(target: Target): boolean {
  const element = locate(target)?.element
  return element !== undefined && openDialogs().some((dialog) => contains(dialog, element))
}

function contains(ancestor: Element, element: Element): boolean {
  if (ancestor.contains(element)) return true
  const root = element.getRootNode()
  return root instanceof ShadowRoot && contains(ancestor, root.host)
}
