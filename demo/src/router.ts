import { atom } from 'nanostores'

/** Path of the page on the screen. */
export const $path = atom(location.pathname)

window.addEventListener('popstate', () => $path.set(location.pathname))

/** Goes to another page of Tandem without loading a document. */
export function navigate(path: string, { replace = false } = {}): void {
  if (path === location.pathname) return
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  $path.set(path)
  if (!path.startsWith('/projects/')) window.scrollTo(0, 0)
}

/** Billing is a document of its own, as it often is in products that grew. */
const isDocument = (path: string) => path.startsWith('/billing') || location.pathname.startsWith('/billing')

/** Takes over plain clicks on links inside Tandem; modified clicks, downloads and other sites are the browser's. */
export function onLinkClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.hasAttribute('download'))
    return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  if (link.origin !== location.origin || isDocument(link.pathname)) return
  event.preventDefault()
  navigate(link.pathname)
}

/** The named parts of a path: `/projects/:id` on `/projects/a` is `{ id: 'a' }`; `null` when it is another page. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const found = path.split('/')
  if (wanted.length !== found.length) return null
  const parts: Record<string, string> = {}
  for (const [i, name] of wanted.entries()) {
    const part = found[i] ?? ''
    if (name.startsWith(':')) parts[name.slice(1)] = decodeURIComponent(part)
    else if (name !== part) return null
  }
  return parts
}
