import { listen } from './visibility'

type Cleanup = () => void
type Method = 'pushState' | 'replaceState'

/**
 * Hears when the URL of this document has changed, by the host's router, a link to a hash, back or forward.
 * Uses the Navigation API where there is one; elsewhere `history` is patched, and is as before after the cleanup.
 */
export function onNavigate(heard: (url: string) => void): Cleanup {
  let url = location.href
  const check = (): void => {
    if (location.href === url) return
    url = location.href
    heard(url)
  }
  const navigation = (window as { navigation?: EventTarget }).navigation
  if (navigation) return listen(navigation, 'currententrychange', check)
  const cleanups = [
    patch('pushState', check),
    patch('replaceState', check),
    listen(window, 'popstate', check),
    listen(window, 'hashchange', check),
  ]
  return () => {
    for (const cleanup of cleanups) cleanup()
  }
}

function patch(method: Method, after: () => void): Cleanup {
  const own = Object.getOwnPropertyDescriptor(history, method)
  const original = history[method]
  let active = true
  const patched: History[Method] = function (this: History, ...args) {
    original.apply(this, args)
    if (active) after()
  }
  history[method] = patched
  return () => {
    active = false
    if (history[method] !== patched) return // the host has wrapped it since: ours stays inside, without effect
    if (own) Object.defineProperty(history, method, own)
    else Reflect.deleteProperty(history, method)
  }
}
