import type { Target } from '../schema'
import { passesThrough } from './locate'
import { onTarget } from './observe-target'
import { listen } from './visibility'

const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll']

/** What to wait for; what is absent is not waited for. */
export interface Moments {
  element?: Target
  click?: Target
  exitIntent?: boolean
  /** Share of the page above the lower edge of the window, 0–100. */
  scrollPercent?: number
  idleSeconds?: number
}

export type Moment = keyof Moments | 'elementGone'

/** Tells which of the moments has come, each time it does. Returns the cleanup. */
export function onMoments(moments: Moments, happened: (moment: Moment) => void): () => void {
  const cleanups: (() => void)[] = []
  const { element, click, exitIntent, scrollPercent, idleSeconds } = moments
  if (element !== undefined)
    cleanups.push(onTarget(element, (found) => happened(found ? 'element' : 'elementGone')))
  if (click !== undefined) cleanups.push(onClick(click, () => happened('click')))
  if (exitIntent) cleanups.push(onExitIntent(() => happened('exitIntent')))
  if (scrollPercent !== undefined) cleanups.push(onScrolled(scrollPercent, () => happened('scrollPercent')))
  if (idleSeconds !== undefined) cleanups.push(onIdle(idleSeconds * 1000, () => happened('idleSeconds')))
  return () => {
    for (const cleanup of cleanups) cleanup()
  }
}

/** In the capture phase on `window`: the click that takes its own element away is heard too. */
const onClick = (target: Target, clicked: () => void): (() => void) =>
  listen(
    window,
    'click',
    (event) => {
      if (passesThrough(event.composedPath(), target)) clicked()
    },
    { capture: true },
  )

// The pointer leaves the window upwards, towards tabs and address bar: `relatedTarget` is null only then.
const onExitIntent = (left: () => void): (() => void) =>
  listen(document, 'mouseout', (event) => {
    const { relatedTarget, clientY } = event as MouseEvent
    if (relatedTarget === null && clientY <= 0) left()
  })

function onScrolled(percent: number, reached: () => void): () => void {
  const check = (): void => {
    const { scrollHeight } = document.documentElement
    if (((scrollY + innerHeight) / scrollHeight) * 100 >= percent) reached()
  }
  check()
  return listen(window, 'scroll', check, { passive: true })
}

/** One timer at a time, set anew by input; none is left once the moment has come. */
function onIdle(idleMs: number, idle: () => void): () => void {
  let lastInput = performance.now()
  let timer = setTimeout(check, idleMs)
  const options = { passive: true, capture: true }
  const cleanups = ACTIVITY.map((type) => listen(window, type, note, options))
  function note(): void {
    lastInput = performance.now()
  }
  function check(): void {
    const left = lastInput + idleMs - performance.now()
    if (left > 0) timer = setTimeout(check, left)
    else idle()
  }
  return () => {
    clearTimeout(timer)
    for (const cleanup of cleanups) cleanup()
  }
}
