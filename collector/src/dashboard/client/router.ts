import { useEffect, useState } from 'preact/hooks'
import { matchRoute } from '../shared/pages'

const changed = new EventTarget()

/** Goes to a page of the dashboard without loading the document again. `replace` leaves no history entry. */
export function navigate(href: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', withView(href))
  changed.dispatchEvent(new Event('change'))
}

/** The address of the page shown, followed through links, `navigate` and the browser's own buttons. */
export function useAddress(): URL {
  const [href, setHref] = useState(() => location.href)
  useEffect(() => onAddressChange(() => setHref(location.href)), [])
  return new URL(href)
}

function onAddressChange(listener: () => void): () => void {
  changed.addEventListener('change', listener)
  window.addEventListener('popstate', listener)
  return () => {
    changed.removeEventListener('change', listener)
    window.removeEventListener('popstate', listener)
  }
}

/**
 * Lets plain `<a href>` links to our pages navigate in place; everything else (other origins, downloads, a new tab
 * by modifier or middle button) stays with the browser. Returns its cleanup.
 */
export function onLinks(root: HTMLElement): () => void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !isPlainClick(event) || !isOurs(link)) return
    event.preventDefault()
    navigate(link.href)
    if (!link.hash) window.scrollTo(0, 0)
  }
  root.addEventListener('click', follow)
  return () => root.removeEventListener('click', follow)
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey

function isOurs(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false
  const samePage = link.pathname === location.pathname && link.hash !== ''
  return !samePage && matchRoute(link.pathname) !== null
}

/** Keeps `lang` and `dir` of the address, so that a reader who chose them does not lose them at the next reload. */
function withView(href: string): URL {
  const url = new URL(href, location.href)
  const current = new URLSearchParams(location.search)
  for (const name of ['lang', 'dir']) {
    const value = current.get(name)
    if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value)
  }
  return url
}
