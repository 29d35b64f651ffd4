import { passesThrough } from '../../platform/locate'
import { onTarget } from '../../platform/observe-target'
import type { Step } from '../../schema'

/** A field counts as filled in when nothing was typed for so long. */
const PAUSE_MS = 900

type How = 'click' | 'input' | 'element'

/**
 * Tells when the user has done what a step on the screen waits for, as far as the page shows it (events and pages
 * are told by the host). `element` is the target. Returns the cleanup.
 */
export function onAdvance(step: Step, element: Element | undefined, done: (how: How) => void): () => void {
  const { click, input, element: awaited } = step.advance ?? {}
  const cleanups = [
    click !== undefined && onClick(click === true ? step.target : click, element, () => done('click')),
    input && element && onFilled(element, () => done('input')),
    awaited !== undefined && onTarget(awaited, (found) => found && done('element')),
  ]
  return () => {
    for (const cleanup of cleanups) if (cleanup) cleanup()
  }
}

/** In the capture phase and on the window: a target that its own click takes away, or that stops it, counts too. */
function onClick(target: Step['target'], element: Element | undefined, done: () => void): () => void {
  const views = new Set([window, element?.ownerDocument.defaultView ?? window])
  const listener = (event: Event) => {
    const path = event.composedPath()
    if ((element && path.includes(element)) || (target !== undefined && passesThrough(path, target))) done()
  }
  for (const view of views) view.addEventListener('click', listener, true)
  return () => {
    for (const view of views) view.removeEventListener('click', listener, true)
  }
}

/** Filled in: no longer empty, and the user pauses or leaves it. */
function onFilled(element: Element, done: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const isFilled = () =>
    'value' in element ? String(element.value).trim() !== '' : (element.textContent ?? '').trim() !== ''
  const settle = () => {
    clearTimeout(timer)
    if (isFilled()) done()
  }
  const typed = () => {
    clearTimeout(timer)
    timer = setTimeout(settle, PAUSE_MS)
  }
  element.addEventListener('input', typed)
  element.addEventListener('change', settle)
  element.addEventListener('focusout', settle)
  return () => {
    clearTimeout(timer)
    element.removeEventListener('input', typed)
    element.removeEventListener('change', settle)
    element.removeEventListener('focusout', settle)
  }
}
