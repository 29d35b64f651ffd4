/** Where elements are looked for. */
export type SearchRoot = Document | ShadowRoot | Element

/** What `>>>` enters behind an element: its open shadow root, its same-origin frame, else its descendants. */
function inside(element: Element): SearchRoot {
  if (element.shadowRoot) return element.shadowRoot
  // A frame of another origin has no document for us, and so no descendants either. One inside of a frame is no
  // instance of the class `HTMLIFrameElement` of this window.
  return (element as Partial<HTMLIFrameElement>).contentDocument ?? element
}

/**
 * All elements that a CSS path reaches, in document order; `>>>` enters open shadow roots and same-origin frames.
 * A selector that the browser refuses finds nothing: `validateConfig` has said so to the author.
 * `onRoot` hears of every root that was searched, so that a waiting caller can observe it.
 */
export function queryPath(path: string, from: SearchRoot, onRoot?: (root: SearchRoot) => void): Element[] {
  let roots: SearchRoot[] = [from]
  let elements: Element[] = []
  for (const selector of path.split('>>>')) {
    if (onRoot) roots.map(onRoot)
    elements = roots.flatMap((root) => query(root, selector.trim()))
    roots = elements.map(inside)
  }
  return elements
}

function query(root: SearchRoot, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)]
  } catch {
    return []
  }
}

/** The root to search for a locator with `within`: the first that is reached, if any. */
export function rootsWithin(within: string | undefined, onRoot?: (root: SearchRoot) => void): SearchRoot[] {
  const roots =
    within === undefined ? [document] : queryPath(within, document, onRoot).slice(0, 1).map(inside)
  if (onRoot) roots.map(onRoot)
  return roots
}
