import { frameOf, viewOf } from './composed'
import { rectOf } from './rect'

/** Frames without movement after which nobody looks any more: 10 of them are a sixth of a second. */
const STILL_FRAMES = 10
const EVENTS = ['scroll', 'resize', 'transitionrun', 'animationstart', 'load'] as const

/** The windows around an element, from that of its frame outwards. */
export function windowsAround(element: Element): Window[] {
  const view = element.ownerDocument.defaultView
  const frame = frameOf(element)
  return [...(view ? [view] : []), ...(frame ? windowsAround(frame) : [])]
}

const same = (a: DOMRect, b: DOMRect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/**
 * Calls `listener` whenever one of the elements has moved or changed its size. While nothing moves nothing runs:
 * scroll, resize, transitions and observers start the following, which ends when all has been still.
 * Returns the cleanup.
 */
export function onRectChange(elements: readonly Element[], listener: () => void): () => void {
  let last = elements.map(rectOf)
  let still = 0
  let frame = 0
  const follow = () => {
    const now = elements.map(rectOf)
    const moved = now.some((rect, index) => !same(rect, last[index] ?? rect))
    last = now
    still = moved ? 0 : still + 1
    if (moved) listener()
    frame = still < STILL_FRAMES ? requestAnimationFrame(follow) : 0
    if (frame === 0) guard()
  }
  const wake = () => {
    still = 0
    frame ||= requestAnimationFrame(follow)
  }
  const sizes = new ResizeObserver(skipFirst(wake))
  for (const element of elements) sizes.observe(element)
  let unguard = () => {}
  const guard = () => {
    unguard()
    unguard = guardPlaces(elements, last, wake)
  }
  guard()
  const views = [...new Set(elements.flatMap(windowsAround))]
  for (const view of views)
    for (const type of EVENTS) view.addEventListener(type, wake, { capture: true, passive: true })
  return () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    unguard()
    for (const view of views) for (const type of EVENTS) view.removeEventListener(type, wake, true)
  }
}

/** A ResizeObserver reports what it observes once when it begins; that is no change. */
function skipFirst(run: () => void): () => void {
  let first = true
  return () => {
    if (!first) run()
    first = false
  }
}

/**
 * Watches for movement that no event announces: an IntersectionObserver whose root is cut to exactly the place
 * where the element stands reports as soon as the element leaves it.
 */
function guardPlaces(elements: readonly Element[], rects: readonly DOMRect[], moved: () => void): () => void {
  const observers = elements.map((element, index) => guardPlace(element, rects[index], moved))
  return () => {
    for (const observer of observers) observer?.disconnect()
  }
}

function guardPlace(element: Element, rect: DOMRect | undefined, moved: () => void) {
  if (!rect || rect.width === 0 || rect.height === 0) return undefined
  const { clientWidth, clientHeight } = viewOf(document)
  const insets = [rect.top, clientWidth - rect.right, clientHeight - rect.bottom, rect.left]
  const rootMargin = insets.map((inset) => `${-Math.floor(inset)}px`).join(' ')
  let threshold: number | undefined
  const observer = new IntersectionObserver(
    ([entry]) => {
      // What is partly off-screen can only be compared with how much of it was seen at first.
      threshold ??= entry?.intersectionRatio
      if (entry?.intersectionRatio !== threshold) moved()
    },
    { rootMargin, threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.99, 1] },
  )
  observer.observe(element)
  return observer
}
