import { findAny, locate, passesThrough } from '../../platform/locate'
import { onTarget } from '../../platform/observe-target'
import type { Step } from '../../schema'

/** A field counts as filled in when nothing was typed for so long. */
const PAUSE_MS = 900

const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup']

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
  const ending = new AbortController()
  const { signal } = ending
  let pressed = false
  const isOnIt = (event: Event) => {
    const path = event.composedPath()
    return (element && path.includes(element)) || (target !== undefined && passesThrough(path, target))
  }
  const clicked = (event: Event) => {
    if (isOnIt(event)) done()
  }
  const before = (event: Event) => {
    pressed = !!isOnIt(event)
  }
  // Items of many menus act, and are gone, before a click could come.
  const after = () => {
    if (pressed && target !== undefined && !locate(target)) done()
  }
  const there = target === undefined ? undefined : findAny(target)
  const views = [there, element].map((at) => at?.ownerDocument.defaultView ?? window)
  for (const view of new Set(views)) {
    view.addEventListener('click', clicked, { capture: true, signal })
    for (const type of PRESSES) {
      view.addEventListener(type, before, { capture: true, signal })
      view.addEventListener(type, after, { signal })
    }
  }
  return () => ending.abort()
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
  const ending = new AbortController()
  const { signal } = ending
  const typed = (event: Event) => {
    clearTimeout(timer)
    // Whoever composes a word looks for it among others, for as long as it takes.
    if (!(event as InputEvent).isComposing) timer = setTimeout(settle, PAUSE_MS)
  }
  for (const type of ['input', 'compositionend']) element.addEventListener(type, typed, { signal })
  for (const type of ['change', 'focusout']) element.addEventListener(type, settle, { signal })
  return () => {
    clearTimeout(timer)
    ending.abort()
  }
}
