import type { Target } from '../schema'
import { hitAt, parentOf } from './composed'

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

type Finding = typeof import('./finding')

/** Tells which of the moments has come, each time it does. Only with `finding` those of elements. Returns the cleanup. */
export function onMoments(
  moments: Moments,
  finding: Finding | undefined,
  happened: (moment: Moment) => void,
): () => void {
  const { element, click, exitIntent, scrollPercent, idleSeconds } = moments
  const ending = new AbortController()
  const { signal } = ending
  if (finding && element !== undefined)
    signal.addEventListener(
      'abort',
      finding.onTarget(element, (found) => happened(found ? 'element' : 'elementGone')),
    )
  if (finding && click !== undefined)
    onClick(
      (path) => finding.passesThrough(path, click),
      signal,
      () => happened('click'),
    )
  if (exitIntent) onExitIntent(signal, () => happened('exitIntent'))
  if (scrollPercent !== undefined) onScrolled(scrollPercent, signal, () => happened('scrollPercent'))
  if (idleSeconds !== undefined) onIdle(idleSeconds * 1000, signal, () => happened('idleSeconds'))
  return () => ending.abort()
}

/** In the capture phase on `window`: the click that takes its own element away is heard too. */
function onClick(
  isHit: (path: readonly EventTarget[]) => boolean,
  signal: AbortSignal,
  clicked: () => void,
): void {
  const heard = (event: Event): void => {
    if (isHit(event.composedPath())) clicked()
  }
  addEventListener('click', heard, { capture: true, signal })
}

/** The pointer leaves the window upwards, towards tabs and address bar: `relatedTarget` is null only then. */
function onExitIntent(signal: AbortSignal, left: () => void): void {
  const heard = ({ relatedTarget, clientY }: MouseEvent): void => {
    if (relatedTarget === null && clientY <= 0) left()
  }
  document.addEventListener('mouseout', heard, { signal })
}

function onScrolled(percent: number, signal: AbortSignal, reached: () => void): void {
  const check = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = mainScroller()
    if (((scrollTop + clientHeight) / scrollHeight) * 100 >= percent) reached()
  }
  check()
  // Scrolling is heard only on its way to what scrolls.
  addEventListener('scroll', check, { passive: true, capture: true, signal })
}

/** The page, or, where its window does not scroll, what does in the middle of it. */
function mainScroller(): Element {
  const page = document.scrollingElement ?? document.documentElement
  if (page.scrollHeight > page.clientHeight) return page
  let at = hitAt(document, innerWidth / 2, innerHeight / 2)
  while (at && !scrollsDown(at)) at = parentOf(at)
  return at ?? page
}

const scrollsDown = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)

/** One timer at a time, set anew by input; none is left once the moment has come. */
function onIdle(idleMs: number, signal: AbortSignal, idle: () => void): void {
  let lastInput = performance.now()
  let timer = setTimeout(check, idleMs)
  const note = (): void => {
    lastInput = performance.now()
  }
  function check(): void {
    const left = lastInput + idleMs - performance.now()
    if (left > 0) timer = setTimeout(check, left)
    else idle()
  }
  for (const type of ACTIVITY) addEventListener(type, note, { passive: true, capture: true, signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
}
