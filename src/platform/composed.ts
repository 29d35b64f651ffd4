/** The element around this one as it is rendered: the slot it is put into, or the host of its shadow root. */
export function parentOf(element: Element): Element | undefined {
  const root = element.getRootNode()
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
}

/** The nearest that matches, from the element outwards through shadow roots. */
export const closest = (element: Element | undefined, selector: string): Element | undefined =>
  !element || element.matches(selector) ? element : closest(parentOf(element), selector)

/**
 * The frame that an element's document is in, when it is one of this page. `null` in the document that the SDK runs in:
 * what that may be embedded in belongs to somebody else.
 */
export function frameOf({ ownerDocument }: Element): Element | null {
  const view = ownerDocument.defaultView
  return view && view !== window ? view.frameElement : null
}
