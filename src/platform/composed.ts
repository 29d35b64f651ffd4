/** The element around this one as it is rendered: the slot it is put into, or the host of its shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot
  if (element.parentElement) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/**
 * The frame that an element's document is in, when it is one of this page. `null` in the document that the SDK runs in:
 * what that may be embedded in belongs to somebody else.
 */
export function frameOf({ ownerDocument }: Element): Element | null {
  const view = ownerDocument.defaultView
  return view && view !== window ? view.frameElement : null
}
