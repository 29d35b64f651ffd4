type Cleanup = () => void

/** Adds a listener to events of some types, with spaces between; returns what removes it again. */
export function listen(
  target: EventTarget,
  types: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions,
): Cleanup {
  const all = types.split(' ')
  for (const type of all) target.addEventListener(type, listener, options)
  return () => {
    for (const type of all) target.removeEventListener(type, listener, options)
  }
}

export const isVisible = (): boolean => document.visibilityState === 'visible'

/** The page was hidden or shown; hidden is the last that many pages hear. */
export const onVisibility = (heard: (visible: boolean) => void): Cleanup =>
  listen(document, 'visibilitychange', () => heard(isVisible()))

/** The page is left: it ends, or rests in the back/forward cache. On `window`: `document` never hears of it. */
export const onPageHide = (heard: () => void): Cleanup => listen(window, 'pagehide', heard)

/** The page came back out of the back/forward cache. https://web.dev/articles/bfcache */
export const onRestored = (heard: () => void): Cleanup =>
  listen(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) heard()
  })
