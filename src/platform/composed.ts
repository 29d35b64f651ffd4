/** The element around this one as it is rendered: the slot it is put into, or the host of its shadow root. */
export function parentOf(element: Element): Element | undefined {
  const root = element.getRootNode()
  return element.assignedSlot ?? element.parentElement ?? (isShadowRoot(root) ? root.host : undefined)
}

// Every frame has a class `ShadowRoot` of its own, so that `instanceof` says nothing.
const isShadowRoot = (root: Node): root is ShadowRoot =>
  root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root

/** The nearest that matches, from the element outwards through shadow roots and frames. */
export const closest = (element: Element | undefined, selector: string): Element | undefined =>
  !element || element.matches(selector)
    ? element
    : closest(parentOf(element) ?? frameOf(element) ?? undefined, selector)

/**
 * The frame that an element's document is in, when it is one of this page. `null` in the document that the SDK runs in:
 * what that may be embedded in belongs to somebody else.
 */
export function frameOf({ ownerDocument }: Element): HTMLElement | null {
  const view = ownerDocument.defaultView
  // No element outside of HTML holds a document.
  return view && view !== window ? (view.frameElement as HTMLElement | null) : null
}

/** As large as the window without its scrollbars; in quirks mode that is the body. */
export const viewOf = ({ scrollingElement, documentElement }: Document): Element =>
  scrollingElement ?? documentElement

/** What lies at a point of the window, through shadow roots; our own surfaces do not count. */
export function hitAt(root: DocumentOrShadowRoot, x: number, y: number): Element | undefined {
  const first = root.elementFromPoint(x, y)
  // All that lie there are asked for only where they have to be.
  const hit = isOurs(first) ? root.elementsFromPoint(x, y).find((other) => !isOurs(other)) : first
  const inner = hit?.shadowRoot
  return inner && inner !== root ? (hitAt(inner, x, y) ?? hit) : (hit ?? undefined)
}

const isOurs = (element: Element | null): boolean => element?.localName === 'handrail-root'
