import type { SearchRoot } from './locate-path'
import { fold } from './locate-role'

const INTERACTIVE =
  'a,button,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option]'

/**
 * Elements whose visible text is `text`: the innermost that has all of it, or the control around it when the
 * control says nothing else. Walks text nodes once, so that the cost is the text of the page, not its depth.
 */
export function queryText(root: SearchRoot, text: string, tag: string | undefined): Element[] {
  const wanted = fold(text)
  const found = new Set<Element>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const part = fold(walker.currentNode.textContent ?? '')
    if (!part || !wanted.includes(part)) continue
    const element = climb(walker.currentNode.parentElement, wanted, tag)
    if (element) found.add(element)
  }
  return [...found]
}

function climb(from: Element | null, wanted: string, tag: string | undefined): Element | undefined {
  for (let element = from; element; element = element.parentElement) {
    const text = fold(element.textContent ?? '')
    if (text === wanted) {
      if (!tag) return control(element, wanted)
      if (element.localName === tag.toLowerCase()) return element
    } else if (text.length > wanted.length) return undefined
  }
  return undefined
}

function control(element: Element, wanted: string): Element {
  const around = element.closest(INTERACTIVE)
  return around && fold(around.textContent ?? '') === wanted ? around : element
}
