export interface OnTop {
  /** Looks at once where the root belongs; by itself that happens before the next frame. */
  place(): void
  remove(): void
}

/**
 * Keeps `root`, a `popover="manual"` element, above everything of the host while it is open: it is shown in the
 * top layer, shown again above what the host puts there later, and moved into a modal dialog, because everything
 * outside of one is inert. `home` is where it lives otherwise.
 * https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
 */
export function keepOnTop(root: HTMLElement, home: HTMLElement): OnTop {
  const modals: HTMLDialogElement[] = openModals([])
  const place = () => {
    modals.splice(0, modals.length, ...openModals(modals))
    const parent = modals.at(-1) ?? home
    if (root.parentNode !== parent) move(root, parent)
    if (!root.matches(':popover-open')) root.showPopover()
  }
  const raise = (event: Event) => {
    if (event.target === root || !(event.target instanceof HTMLElement)) return
    // Two surfaces of ours would raise each other for ever: what stands aside gives way, and raises nobody.
    if (event.target.localName === root.localName && (isAside(root) || !isAside(event.target))) return
    // A dialog says so itself; the observer below moves the root into it before the next frame.
    if (event.target.matches(':popover-open,:fullscreen')) keepFocus(root, () => show(root))
  }
  const observer = new MutationObserver(place)
  place()
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] })
  document.addEventListener('toggle', raise, true)
  document.addEventListener('fullscreenchange', raise)
  return {
    place,
    remove() {
      observer.disconnect()
      document.removeEventListener('toggle', raise, true)
      document.removeEventListener('fullscreenchange', raise)
      root.remove()
    },
  }
}

/** Marks the root of a surface that stands aside: a surface that interrupts lies above it, whichever came first. */
export const setAside = (root: HTMLElement): void => root.setAttribute('data-aside', '')
const isAside = (root: Element): boolean => root.hasAttribute('data-aside')

/** Modal dialogs that are open, in the order in which they were opened as far as `known` tells it. */
function openModals(known: readonly HTMLDialogElement[]): HTMLDialogElement[] {
  const open = [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')]
  return [...known.filter((dialog) => open.includes(dialog)), ...open.filter((d) => !known.includes(d))]
}

function move(root: HTMLElement, parent: HTMLElement): void {
  keepFocus(root, () => {
    parent.append(root)
    show(root)
  })
}

function show(root: HTMLElement): void {
  if (root.matches(':popover-open')) root.hidePopover()
  root.showPopover()
  // One that leaves the document stays open, but is no longer modal.
  for (const dialog of root.shadowRoot?.querySelectorAll<HTMLDialogElement>('dialog[open]:not(:modal)') ??
    []) {
    dialog.removeAttribute('open')
    dialog.showModal()
  }
}

/** Moving and hiding an element takes the focus away; it comes back to where it was inside `root`. */
function keepFocus(root: HTMLElement, change: () => void): void {
  const inside = root.shadowRoot?.activeElement
  change()
  if (inside instanceof HTMLElement) inside.focus({ preventScroll: true })
}
