import { closest, frameOf } from './composed'
import { openDialog } from './dialog'

export interface OnTop {
  /** Looks at once where the root belongs, beside this element of the host; later it does so by itself. */
  place(beside?: Element): void
  /** Looks no further. */
  stop(): void
}

/** A click outside of it closes it. */
const MENU = '[popover]:not([popover=manual]):popover-open'
const HOLDS_NOTHING = 'video,canvas,img,iframe,object,embed'
const CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] }

/**
 * Keeps `root`, a `popover="manual"` element, above everything of the host while it is open: it is shown in the
 * top layer, shown again above what the host puts there later, and moved into a modal dialog, or the menu that it
 * stands beside something in, or what is shown in full screen. Otherwise it lives in the body, also in one that takes the
 * place of another.
 * https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
 */
export function keepOnTop(root: HTMLElement): OnTop {
  let modals: Element[] = []
  let near: Element | undefined
  const place = () => {
    // In the order in which they were opened, as far as it was seen.
    const open = new Set([...modals, ...document.querySelectorAll('dialog:modal')])
    modals = [...open].filter((dialog) => dialog.matches(':modal'))
    const menu = near?.isConnected ? closest(inPage(near), MENU) : undefined
    const parent = menu ?? modals.at(-1) ?? fullscreen() ?? document.body
    if (root.parentNode !== parent) {
      move(root, parent)
      // A dialog in a shadow root closes there unheard by the document.
      observer.observe(root.getRootNode(), CHANGES)
    }
    if (!root.matches(':popover-open')) root.showPopover()
  }
  const raise = ({ target, type }: Event) => {
    if (target === root || !(target instanceof HTMLElement)) return
    // Two surfaces of ours would raise each other for ever: only what stands further back is risen above.
    if (target.localName === root.localName && depthOf(root) >= depthOf(target)) return
    if (root.parentElement === target || type === 'fullscreenchange') place()
    // A dialog says so itself; the observer below moves the root into it before the next frame.
    if (!target.matches(':popover-open,:fullscreen')) return
    // A modal dialog of ours keeps its place in the top layer for as long as it is in the document.
    if (isAside(target) && root.parentNode && root.shadowRoot?.querySelector(':modal'))
      move(root, root.parentNode)
    else keepFocus(root, () => show(root))
  }
  /** A dialog in a shadow root opens unheard too, but the focus goes into it. */
  const follow = () => {
    const dialog = openDialog()
    if (dialog) modals.push(dialog)
    place()
  }
  const observer = new MutationObserver(place)
  follow()
  observer.observe(document, CHANGES)
  document.addEventListener('toggle', raise, true)
  document.addEventListener('fullscreenchange', raise)
  document.addEventListener('focusin', follow)
  return {
    place(beside) {
      near = beside
      place()
    },
    stop() {
      observer.disconnect()
      document.removeEventListener('toggle', raise, true)
      document.removeEventListener('fullscreenchange', raise)
      document.removeEventListener('focusin', follow)
    },
  }
}

/** What fills the screen: all outside of it is inert. A picture or a frame holds nothing, the page holds the body. */
function fullscreen(): Element | undefined {
  const { fullscreenElement: element, body } = document
  return !element || element.contains(body) || element.matches(HOLDS_NOTHING) ? undefined : element
}

/** The element, or the frame of the page that it is in. */
function inPage(element: Element): Element {
  const frame = frameOf(element)
  return frame ? inPage(frame) : element
}

/**
 * Marks the root of a surface that stands aside, and how far back: those before it lie above it, whichever came first, and
 * so does one that interrupts, whose depth is 0.
 */
export const setAside = (root: HTMLElement, depth: 1 | 2): void =>
  root.setAttribute('data-aside', String(depth))
const depthOf = (root: Element): number => Number(root.getAttribute('data-aside'))
export const isAside = (root: Element): boolean => depthOf(root) > 0

function move(root: HTMLElement, parent: Node): void {
  keepFocus(root, () => {
    parent.appendChild(root)
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
