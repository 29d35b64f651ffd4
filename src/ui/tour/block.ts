/** Keys that lead away from a blocked target, or belong to the tour. */
const LEADS_ON = ['Tab', 'Escape', 'F6']
const USES = ['click', 'keydown', 'beforeinput']

/**
 * Keeps the keyboard, and whatever clicks by script, from using an element; what lies over it keeps the pointer away.
 * Nothing of the element itself is changed. Returns the cleanup.
 */
export function blockUse(element: Element): () => void {
  const view = element.ownerDocument.defaultView ?? window
  const refuse = (event: Event) => {
    if (!event.composedPath().includes(element)) return
    if ('key' in event && LEADS_ON.includes(String(event.key))) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of USES) view.addEventListener(type, refuse, true)
  return () => {
    for (const type of USES) view.removeEventListener(type, refuse, true)
  }
}
