import { listen } from './visibility'

const PHONE_MAX_PX = 599
const TABLET_MAX_PX = 1023

/** False on a server, where the package may be imported but has nothing to do. */
export const hasPage = (): boolean => typeof window === 'object' && typeof document === 'object'

/** Kind of device by the width of the window, as responsive hosts decide it. */
export function device(): 'desktop' | 'tablet' | 'mobile' {
  const width = window.innerWidth
  if (width <= PHONE_MAX_PX) return 'mobile'
  return width <= TABLET_MAX_PX ? 'tablet' : 'desktop'
}

/** The language the page is written in, else the one the user prefers. */
export const pageLanguage = (): string => document.documentElement.lang || navigator.language || 'en'

export const pagePath = (): string => location.pathname
export const pageSearch = (): string => location.search
export const pageOrigin = (): string => location.origin

/** Runs at once when the page is shown; a prerendered page waits until the user really comes. */
export function onceActivated(run: () => void): () => void {
  // https://developer.mozilla.org/docs/Web/API/Document/prerendering
  if (!(document as { prerendering?: boolean }).prerendering) {
    run()
    return () => {}
  }
  return listen(document, 'prerenderingchange', run, { once: true })
}
