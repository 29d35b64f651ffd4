import type { Target } from '../schema'
import { type Found, locate } from './locate'
import type { SearchRoot } from './locate-path'
import { isVisible } from './visible'

/** Attributes that hide and show things; text and `data-*` changes of a busy page wake nobody. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'inert', 'id', 'aria-label', 'disabled', 'src']
/** A transition, a font or an image may bring an element to light without any mutation. */
const EVENTS = ['transitionend', 'animationend', 'load', 'toggle'] as const

/**
 * Tells which element the target is, now and whenever that changes; `undefined` while there is none.
 *
 * Nothing polls: mutations wake it, at most once a frame, and as long as the element it told last is still
 * there and visible it looks no further. Returns the cleanup.
 */
export function onTarget(target: Target, listener: (found: Found | undefined) => void): () => void {
  let current: Found | undefined
  let frame = 0
  let isOver = false
  const roots = new Set<SearchRoot>()
  const elements = new WeakSet<Element>()
  // Style alone shows and hides what matches it: a narrower window, a box that is ticked, the pointer.
  const sizes = new ResizeObserver(wake)
  const observer = new MutationObserver((changes) => {
    if (!changes.every(isOurs)) wake()
  })
  const look = () => {
    frame = 0
    if (current?.element.isConnected && isVisible(current.element)) return
    const found = locate(target, observe, observeSize)
    if (found?.element === current?.element) return
    current = found
    listener(found)
  }
  function wake() {
    if (!isOver) frame ||= requestAnimationFrame(look)
  }
  function observe(root: SearchRoot) {
    if (roots.has(root)) return
    roots.add(root)
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES })
    for (const type of EVENTS) root.addEventListener(type, wake, true)
    // A component whose script is late gets its shadow root without any mutation.
    if (root instanceof Element && root.matches(':not(:defined)'))
      void customElements.whenDefined(root.localName).then(wake)
  }
  // Once: each time it would be told of what has a size.
  function observeSize(element: Element) {
    if (!elements.has(element)) sizes.observe(element)
    elements.add(element)
  }
  observe(document)
  current = locate(target, observe, observeSize)
  listener(current)
  return () => {
    isOver = true
    cancelAnimationFrame(frame)
    observer.disconnect()
    sizes.disconnect()
    for (const root of roots) for (const type of EVENTS) root.removeEventListener(type, wake, true)
  }
}

/** Our own surfaces come and go without a change to the host. */
const isOurs = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  addedNodes.length + removedNodes.length > 0 &&
  [...addedNodes, ...removedNodes].every(({ nodeName }) => nodeName === 'HANDRAIL-ROOT')
